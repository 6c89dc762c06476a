import { type ListEdition, type ListEntry, readList } from '@otklik/model/certification/api'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Pager } from '../../shared/table/pager.tsx'
import { Empty } from '../../shared/ui/states.tsx'
import { isFiltered, ON_PAGE, orderOf } from '../lists/lists-search.ts'
import { BulkBar } from './bulk-bar.tsx'
import { useSetEntries } from './entries-filters.tsx'
import { useEntryColumns } from './entry-columns.tsx'
import { EntryWindow } from './entry-window.tsx'

const route = getRouteApi('/desk/lists/$list')

interface EntriesProps {
  readonly edition: ListEdition
  readonly total: number
  readonly rows: readonly ListEntry[]
  /** What the server was asked for, but for the page. */
  readonly asking: object
}

/** The entries of an edition; those of a draft can be changed, one at a time or several at once. */
export function Entries({ edition, total, rows, asking }: EntriesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = useSetEntries()
  const [opened, setOpened] = useState<number | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const edits = edition.allowed.includes('edit')
  const toggle = useCallback(
    (id: number) =>
      setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    [],
  )
  const columns = useEntryColumns({ edition, chosen, toggle: edits ? toggle : null, open: setOpened })
  const file = (form: 'csv' | 'xlsx') =>
    urlOf(readList, { params: { id: edition.id }, query: { ...asking, format: form } })
  const narrowed = isFiltered(search) || search.admitted !== undefined
  return (
    <>
      {edits && <BulkBar edition={edition} rows={rows} chosen={chosen} choose={setChosen} />}
      <DataTable
        title={t('objects.found', { count: total, n: format.count(total) })}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => String(id)}
        files={{ csv: file('csv'), xlsx: file('xlsx') }}
        order={orderOf(search, set)}
        empty={
          <Empty
            title={t(narrowed ? 'objects.notFound' : 'edition.empty')}
            text={t(narrowed ? 'objects.notFoundText' : 'edition.emptyText')}
          />
        }
      />
      <Pager
        total={total}
        offset={Number(search.offset ?? 0)}
        size={ON_PAGE}
        go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
      />
      {opened !== null && (
        <EntryWindow
          key={opened}
          edition={edition}
          entry={rows.find(({ id }) => id === opened)}
          close={() => setOpened(null)}
        />
      )}
    </>
  )
}
