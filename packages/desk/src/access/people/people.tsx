import { Button } from '@mantine/core'
import { listPeople } from '@otklik/model/access/api'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Pager } from '../../shared/table/pager.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useMay } from '../rights.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { usePeopleColumns } from './people-columns.tsx'
import { PeopleFilters } from './people-filters.tsx'

const route = getRouteApi('/desk/people')
const ON_PAGE = 100

export function PeopleScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const columns = usePeopleColumns()
  const navigate = route.useNavigate()
  const { offset, organisation, access, ...filters } = route.useSearch()
  const [inviting, setInviting] = useState(false)
  const asking = {
    ...filters,
    ...(access === undefined ? {} : { state: access }),
    ...(organisation === undefined ? {} : { organisation: Number(organisation) }),
  }
  const from = Number(offset ?? 0)
  const query = useQuery({
    ...asked(listPeople, { query: { ...asking, limit: ON_PAGE, offset: from } }),
    placeholderData: (before) => before,
  })
  const file = (form: 'csv' | 'xlsx') => urlOf(listPeople, { query: { ...asking, format: form } })
  const filtered = Object.keys(asking).length > 0
  const invite = may('people.manage') && (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      {t('people.invite')}
    </Button>
  )
  return (
    <Page place={t('nav.people')} title={t('people.title')} about={t('people.about')} actions={invite}>
      <PeopleFilters />
      <Asked query={query} lines={12}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('people.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              files={{ csv: file('csv'), xlsx: file('xlsx') }}
              unsorted={total > rows.length}
              empty={
                <Empty
                  title={t(filtered ? 'people.notFound' : 'people.empty')}
                  text={t(filtered ? 'people.notFoundText' : 'people.emptyText')}
                />
              }
            />
            <Pager
              total={total}
              offset={from}
              size={ON_PAGE}
              go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
            />
          </>
        )}
      </Asked>
      {inviting && <InviteDialog close={() => setInviting(false)} />}
    </Page>
  )
}
