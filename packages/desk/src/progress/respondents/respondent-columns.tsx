import type { Mean } from '@otklik/model/api'
import type { Respondents } from '@otklik/model/progress/api'
import { LITTLE, NOT_GIVEN } from '@otklik/model/indicators'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTHING } from '../../shared/i18n/format.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { RequestsLink } from '../requests/requests-link.tsx'

type Row = Respondents['rows'][number]
type Period = Respondents['period']

/** The columns of the table of authorities. */
export function useRespondentColumns(period: Period): Column<Row>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { from, to } = period
  return useMemo(() => {
    const nameOf = ({ authority }: Row) => authority || t('respondents.noAuthority')
    const last = ({ lastRatedAt }: Row) => (lastRatedAt === null ? NOTHING : format.local(lastRatedAt.slice(0, 16)))
    return [
      { id: 'authority', title: t('filters.authority'), wide: true, value: nameOf },
      {
        id: 'respondents',
        title: t('respondents.respondents'),
        figures: true,
        value: ({ respondents }) => respondents,
        show: (row) => <RatedLink n={row.respondents} period={{ from, to }} authority={row.authority} />,
      },
      {
        id: 'today',
        title: t('respondents.today'),
        figures: true,
        value: ({ today }) => today,
        show: ({ today }) => format.count(today),
      },
      {
        id: 'csi',
        title: t('figures.short_csi'),
        figures: true,
        value: ({ csi }) => csi.value,
        text: ({ csi }) => format.mean(csi.value),
        show: ({ csi }) => <CsiText csi={csi} />,
      },
      {
        id: 'interval',
        title: t('figures.interval'),
        figures: true,
        unsorted: true,
        value: ({ csi }) => format.interval(csi.low, csi.high, 2),
        show: ({ csi }) => <span className="dim">{format.interval(csi.low, csi.high, 2) ?? NOTHING}</span>,
      },
      {
        id: 'lastRatedAt',
        title: t('respondents.lastRatedAt'),
        figures: true,
        value: ({ lastRatedAt }) => lastRatedAt,
        text: last,
        show: last,
      },
      {
        id: 'services',
        title: t('respondents.services'),
        figures: true,
        extra: true,
        value: ({ services }) => services,
        show: ({ services }) => format.count(services),
      },
      packageColumn('received', t('respondents.received'), format.count),
      packageColumn('late', t('respondents.late'), format.count),
    ]
  }, [t, format, from, to])
}

function packageColumn(part: 'received' | 'late', title: string, count: (value: number) => string): Column<Row> {
  return {
    id: part,
    title,
    figures: true,
    value: ({ packages }) => packages?.[part] ?? null,
    show: ({ packages }) => (packages === null ? NOTHING : count(packages[part])),
  }
}

interface RatedLinkProps {
  readonly n: number
  readonly period: Period
  readonly authority?: string
}

/** How many have rated, as a link to their requests for those who may see them. */
export function RatedLink({ n, period, authority }: RatedLinkProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = format.count(n)
  if (n === 0) return text
  const whose = authority === undefined ? {} : { authority: authority || NOT_GIVEN }
  const search = { ...period, counted: 'rated' as const, ...whose }
  return (
    <RequestsLink search={search} label={t('ranking.openRequests', { n: text })}>
      {text}
    </RequestsLink>
  )
}

/** The mean of the ratings; grey and said in words where there are few. `whole`: with the interval. */
export function CsiText({ csi, whole = false }: { readonly csi: Mean; readonly whole?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const interval = whole ? format.interval(csi.low, csi.high, 2) : null
  const text = interval === null ? format.mean(csi.value) : `${format.mean(csi.value)} (${interval})`
  if (csi.n === 0 || (csi.note !== 'little_data' && csi.n >= LITTLE)) return text
  return (
    <span className="dim">
      {text} <span className="small">{t('figures.little')}</span>
    </span>
  )
}
