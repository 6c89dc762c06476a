import { type Contribution, OTHER_KEYS, type WhyDimension } from '@otklik/model/contributions'
import { NOT_GIVEN } from '@otklik/model/indicators'
import type { WhyIndicator } from '@otklik/model/progress/api'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IntervalPlot } from '../../shared/charts/interval-plot.tsx'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { NOTHING } from '../../shared/i18n/format.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import type { Files } from '../../shared/table/files.ts'
import { allCountedAs, countedAs } from '../figures/figures.ts'
import { RequestsLink } from '../requests/requests-link.tsx'
import type { RequestsSearch } from '../requests/requests-search.ts'
import type { ComparedPeriods } from './compared-periods.ts'
import type { Dimension } from './contributions.ts'
import { useKeyName } from './use-key-name.ts'

interface ContributionsTableProps extends Dimension {
  readonly indicator: WhyIndicator
  readonly periods: ComparedPeriods
  readonly files: Files
}

/** What each key of a dimension contributed to the change, the largest first. */
export function ContributionsTable({ dimension, keys, indicator, periods, files }: ContributionsTableProps) {
  const { t } = useTranslation()
  const nameOf = useKeyName()
  const search = useRequestsOf(dimension, periods)
  const columns = useColumns(dimension, keys, (row) => nameOf(dimension, row.key), {
    cases: (row, period, counted) =>
      cell(search(row, period, (counted === 'x' ? countedAs : allCountedAs)(indicator)), t('figures.open')),
  })
  return (
    <DataTable title={t(`why.by_${dimension}`)} columns={columns} rows={keys} rowKey={({ key }) => key} files={files} />
  )
}

type Period = keyof ComparedPeriods
type Wrap = (text: string) => ReactNode
interface Cases {
  readonly cases: (row: Contribution, period: Period, counted: 'x' | 'n') => Wrap
}

const cell =
  (search: RequestsSearch | null, label: string): Wrap =>
  (text) =>
    search === null || text === '0' ? (
      text
    ) : (
      <RequestsLink search={search} label={`${label}: ${text}`}>
        {text}
      </RequestsLink>
    )

/** The requests behind a figure; null where the list can't be narrowed to them. */
function useRequestsOf(dimension: WhyDimension, periods: ComparedPeriods) {
  const slice = useSlice()
  return (row: Contribution, period: Period, counted: RequestsSearch['counted']): RequestsSearch | null => {
    if (dimension === 'applicant' || row.key === OTHER_KEYS) return null
    const cases = { ...slice, ...periods[period], ...(counted === undefined ? {} : { counted }) }
    if (dimension === 'status') return { ...cases, status: row.key }
    return { ...cases, [dimension]: row.key === '' ? NOT_GIVEN : row.key }
  }
}

function useColumns(
  dimension: WhyDimension,
  keys: readonly Contribution[],
  nameOf: (row: Contribution) => string,
  { cases }: Cases,
): Column<Contribution>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const domain = symmetric(keys)
  const share = (row: Contribution, period: 'a' | 'b') =>
    row[period].n === 0 ? null : (100 * row[period].x) / row[period].n
  const counted = (
    id: 'casesWere' | 'casesAre' | 'nWas' | 'nIs',
    period: 'a' | 'b',
    count: 'x' | 'n',
  ): Column<Contribution> => ({
    id,
    title: t(`why.${id}`),
    figures: true,
    extra: count === 'n' || period === 'a',
    value: (row) => row[period][count],
    show: (row) => cases(row, period === 'a' ? 'before' : 'now', count)(format.count(row[period][count])),
  })
  const points = (id: 'total' | 'rate' | 'mix'): Column<Contribution> => ({
    id,
    title: t(`why.${id}`),
    figures: true,
    value: (row) => row[id],
    text: (row) => format.signed(row[id], 2),
    show: (row) => (id === 'total' ? <strong>{format.signed(row[id], 2)}</strong> : format.signed(row[id], 2)),
  })
  const percent = (id: 'was' | 'is', period: 'a' | 'b'): Column<Contribution> => ({
    id,
    title: t(`why.${id}`),
    figures: true,
    value: (row) => share(row, period),
    text: (row) => format.percent(share(row, period)),
    show: (row) => format.percent(share(row, period)),
  })
  return [
    { id: 'key', title: t(`why.of_${dimension}`), wide: true, value: nameOf },
    points('total'),
    {
      id: 'plot',
      title: t('why.plot'),
      unsorted: true,
      picture: true,
      value: ({ total }) => total,
      show: ({ total, low, high }) => <IntervalPlot value={total} low={low} high={high} domain={domain} mean={0} />,
    },
    {
      id: 'interval',
      title: t('figures.interval'),
      figures: true,
      value: ({ low }) => low,
      text: ({ low, high }) => format.interval(low, high, 2) ?? '',
      show: ({ low, high }) => <span className="dim">{format.interval(low, high, 2) ?? NOTHING}</span>,
    },
    percent('was', 'a'),
    percent('is', 'b'),
    counted('casesWere', 'a', 'x'),
    counted('casesAre', 'b', 'x'),
    counted('nWas', 'a', 'n'),
    counted('nIs', 'b', 'n'),
    points('rate'),
    points('mix'),
  ]
}

/** One scale for all keys with 0 in the middle, so that rises and falls are seen at once. */
function symmetric(keys: readonly Contribution[]): [number, number] {
  const widest = Math.max(...keys.flatMap(({ total, low, high }) => [total, low ?? 0, high ?? 0].map(Math.abs)), 0.1)
  return [-widest, widest]
}
