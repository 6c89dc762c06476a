import { NativeSelect } from '@mantine/core'
import { listObjects, readLists } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { useSession } from '../../access/session.ts'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Pager } from '../../shared/table/pager.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { askedOf, isFiltered, ON_PAGE, type ObjectsSearch, orderOf } from '../lists/lists-search.ts'
import { ObjectsFilters } from '../objects-filters.tsx'
import { ObjectActions } from './object-actions.tsx'
import { useObjectColumns } from './object-columns.tsx'
import { ObjectWindow } from './object-window.tsx'
import { PendingNotice } from './pending-notice.tsx'

const route = getRouteApi('/desk/lists/objects')
const SHOWN = ['standing', 'true', 'any'] as const

/** The draft of the single list: the objects as they are now. */
export function ObjectsScreen() {
  const { t } = useTranslation()
  const lists = useQuery(asked(readLists, {}))
  const edits = useEdits()
  return (
    <Page
      place={<Link to="/lists">{t('nav.lists')}</Link>}
      title={t('objects.title')}
      about={t('objects.about')}
      actions={edits && <ObjectActions submits={lists.data?.draft?.allowed.includes('submit') ?? false} />}
    >
      {lists.data && <PendingNotice single={lists.data.single} />}
      <ObjectsFound edits={edits} />
    </Page>
  )
}

/** Lists are prepared for the whole system. */
function useEdits(): boolean {
  const may = useMay()
  const { everything } = useSession()
  return everything && may('lists.prepare')
}

function ObjectsFound({ edits }: { readonly edits: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [opened, setOpened] = useState<number | null>(null)
  const { removed, offset } = search
  const asking = { ...askedOf(search), removed: removed === 'any' ? undefined : removed === 'true' }
  const query = useQuery({
    ...asked(listObjects, { query: { ...asking, limit: ON_PAGE, offset: Number(offset ?? 0) } }),
    placeholderData: (before) => before,
  })
  const columns = useObjectColumns(setOpened, removed !== undefined)
  const set = (change: Partial<ObjectsSearch>) =>
    void navigate({
      search: (before) => ({ ...before, ...change, offset: undefined }),
      resetScroll: false,
      replace: 'find' in change,
    })
  const file = (format: 'csv' | 'xlsx') => urlOf(listObjects, { query: { ...asking, format } })
  const narrowed = isFiltered(search) || removed !== undefined
  return (
    <>
      <ObjectsFilters search={search} set={set}>
        <RemovedFilter removed={removed} change={(next) => set({ removed: next })} />
      </ObjectsFilters>
      <Asked query={query} lines={12}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('objects.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => String(id)}
              files={{ csv: file('csv'), xlsx: file('xlsx') }}
              order={orderOf(search, set)}
              empty={<NoObjects narrowed={narrowed} edits={edits} />}
            />
            <Pager
              total={total}
              offset={Number(offset ?? 0)}
              size={ON_PAGE}
              go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
            />
            {opened !== null && (
              <ObjectWindow
                key={opened}
                object={rows.find(({ id }) => id === opened)}
                edits={edits}
                close={() => setOpened(null)}
              />
            )}
          </>
        )}
      </Asked>
    </>
  )
}

interface RemovedFilterProps {
  readonly removed: ObjectsSearch['removed']
  readonly change: (removed: ObjectsSearch['removed']) => void
}

function RemovedFilter({ removed, change }: RemovedFilterProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      aria-label={t('objects.standing')}
      value={removed ?? 'standing'}
      data={SHOWN.map((one) => ({ value: one, label: t(`objects.shown_${one}`) }))}
      onChange={({ currentTarget: { value } }) => change(value === 'true' || value === 'any' ? value : undefined)}
    />
  )
}

function NoObjects({ narrowed, edits }: { readonly narrowed: boolean; readonly edits: boolean }) {
  const { t } = useTranslation()
  if (narrowed) return <Empty title={t('objects.notFound')} text={t('objects.notFoundText')} />
  return <Empty title={t('objects.empty')} text={t(edits ? 'objects.emptyText' : 'objects.emptyTextReader')} />
}
