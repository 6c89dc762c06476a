import { Button } from '@mantine/core'
import { listAppeals, readAppealChoices } from '@otklik/model/appeals/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Pager } from '../../shared/table/pager.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { askedOf, type AppealsSearch, isFiltered, ON_PAGE } from '../appeals-search.ts'
import { AppealsFilters } from './appeals-filters.tsx'
import { useAppealColumns } from './appeal-columns.tsx'
import { NewAppeal } from './new-appeal.tsx'
import { Reminders } from './reminders.tsx'

const route = getRouteApi('/desk/appeals')

/** The register: what has to be answered first, and how long there is. */
export function AppealsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const choices = useQuery(asked(readAppealChoices, {}))
  return (
    <Page
      place={t('nav.appeals')}
      title={t('appeals.title')}
      actions={
        <>
          <Link to="/appeals/rules">{t('appeals.rules')}</Link>
          {may('appeals.register') && <Link to="/appeals/loading">{t('appeals.loadFile')}</Link>}
          {may('appeals.receive') && (
            <Button disabled={choices.data === undefined} onClick={() => setAdding(true)}>
              {t('appeals.add')}
            </Button>
          )}
        </>
      }
    >
      <Reminders />
      <AppealsFound />
      {adding && choices.data && <NewAppeal choices={choices.data} close={() => setAdding(false)} />}
    </Page>
  )
}

function AppealsFound() {
  const { t } = useTranslation()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const offset = Number(search.offset ?? 0)
  const asking = askedOf(search)
  const query = useQuery({
    ...asked(listAppeals, { query: { ...asking, limit: ON_PAGE, offset } }),
    placeholderData: (before) => before,
  })
  const columns = useAppealColumns()
  const set = (change: { [K in keyof AppealsSearch]?: AppealsSearch[K] | undefined }) =>
    void navigate({
      search: (before) => ({ ...before, ...change, offset: undefined }),
      resetScroll: false,
      replace: 'find' in change,
    })
  const file = (as: 'csv' | 'xlsx') => urlOf(listAppeals, { query: { ...asking, format: as } })
  return (
    <>
      <AppealsFilters search={search} set={set} />
      <Asked query={query} lines={12}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('appeals.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => String(id)}
              files={{ csv: file('csv'), xlsx: file('xlsx') }}
              unsorted
              empty={
                isFiltered(search) ? (
                  <Empty title={t('appeals.notFound')} text={t('appeals.notFoundText')} />
                ) : (
                  <Empty title={t('appeals.empty')} text={t('appeals.emptyText')} />
                )
              }
            />
            <Pager
              total={total}
              offset={offset}
              size={ON_PAGE}
              go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
            />
          </>
        )}
      </Asked>
    </>
  )
}
