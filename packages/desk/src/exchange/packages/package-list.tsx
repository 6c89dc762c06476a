import { Button, NativeSelect } from '@mantine/core'
import { listPackages, type PackageSummary } from '@otklik/model/exchange/api'
import { ALL_PACKAGE_STATES } from '@otklik/model/exchange'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Pager } from '../../shared/table/pager.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import type { PackagesSearch } from './packages-search.ts'
import { ProgressLine } from '../sending/progress-line.tsx'
import { StateBadge } from '../state-badge.tsx'
import { calendarUntil } from './suppliers.ts'
import { ASK_AGAIN, isRunning } from '../sending/use-progress.ts'

const ON_PAGE = 50

/** Packages, the last ones first; those that are being read show how far they are. */
export function PackageList({ search }: { readonly search: PackagesSearch }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { supplier, state, day, offset } = search
  const asking = { supplier, state, from: day, to: day }
  const from = Number(offset ?? 0)
  const query = useQuery({
    ...asked(listPackages, { query: { ...asking, limit: ON_PAGE, offset: from } }),
    placeholderData: (before) => before,
    refetchInterval: ({ state: { data } }) => (data?.packages.some((one) => isRunning(one.state)) ? ASK_AGAIN : false),
  })
  const columns = useColumns()
  const file = (format: 'csv' | 'xlsx') => urlOf(listPackages, { query: { ...asking, format } })
  return (
    <div id="list" className="stack">
      <Asked query={query} lines={8}>
        {({ total, packages }) => (
          <>
            <DataTable
              title={t('packages.list')}
              columns={columns}
              rows={packages}
              rowKey={({ id }) => String(id)}
              files={{ csv: file('csv'), xlsx: file('xlsx') }}
              unsorted
              extra={<ListFilters search={search} />}
              empty={<NoPackages search={search} />}
            />
            <Pager
              total={total}
              offset={from}
              size={ON_PAGE}
              go={(to) => void navigate({ to: '.', search: (before) => ({ ...before, offset: String(to) }) })}
            />
          </>
        )}
      </Asked>
    </div>
  )
}

function NoPackages({ search }: { readonly search: PackagesSearch }) {
  const { t } = useTranslation()
  const filtered = search.supplier !== undefined || search.state !== undefined || search.day !== undefined
  return (
    <Empty
      title={t(filtered ? 'packages.noneFound' : 'packages.empty')}
      text={t(filtered ? 'packages.noneFoundText' : 'packages.emptyText')}
    />
  )
}

function ListFilters({ search }: { readonly search: PackagesSearch }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const set = (change: Partial<PackagesSearch>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change, offset: undefined }), resetScroll: false })
  const calendar = useQuery(calendarUntil(search.until ?? null))
  const supplier = calendar.data?.suppliers.find(({ code }) => code === search.supplier)?.name ?? search.supplier
  const chosen = [supplier, search.day && format.day(search.day)].filter(Boolean).join(', ')
  return (
    <div className="row no-print">
      <NativeSelect
        aria-label={t('packages.state')}
        value={search.state ?? ''}
        data={[
          { value: '', label: t('packages.anyState') },
          ...ALL_PACKAGE_STATES.map((state) => ({ value: state, label: t(`packageStates.${state}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ state: ALL_PACKAGE_STATES.find((state) => state === value) })}
      />
      {chosen !== '' && (
        <Button variant="light" onClick={() => set({ supplier: undefined, day: undefined })} rightSection="×">
          {chosen}
        </Button>
      )}
    </div>
  )
}

function useColumns(): Column<PackageSummary>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const sum = (name: 'read' | 'accepted' | 'quarantined' | 'dropped'): Column<PackageSummary> => ({
      id: name,
      title: t(`totals.${name}`),
      figures: true,
      value: ({ totals }) => totals[name],
      show: ({ totals }) => format.count(totals[name]),
    })
    return [
      {
        id: 'name',
        title: t('packages.package'),
        value: ({ name }) => name,
        show: ({ id, name }) => (
          <Link to="/packages/$package" params={{ package: String(id) }}>
            {name}
          </Link>
        ),
      },
      {
        id: 'date',
        title: t('packages.date'),
        figures: true,
        value: ({ date }) => date,
        show: ({ date }) => format.day(date),
      },
      { id: 'supplier', title: t('packages.supplier'), wide: true, value: ({ supplier }) => supplier.name },
      {
        id: 'state',
        title: t('packages.state'),
        value: ({ state }) => t(`packageStates.${state}`),
        show: ({ id, name, state }) =>
          isRunning(state) ? <ProgressLine id={id} name={name} /> : <StateBadge state={state} />,
      },
      sum('read'),
      sum('accepted'),
      sum('quarantined'),
      sum('dropped'),
      {
        id: 'receivedAt',
        title: t('packages.receivedAt'),
        figures: true,
        value: ({ receivedAt }) => receivedAt,
        text: ({ receivedAt }) => format.instant(receivedAt),
        show: ({ receivedAt }) => format.instant(receivedAt),
      },
    ]
  }, [t, format])
}
