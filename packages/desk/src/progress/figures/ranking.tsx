import { digitsOf, isMean } from '@otklik/model/indicators'
import type { AnswerOf } from '@otklik/model/api'
import { type Figure, type RankedService, rankServices } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { domainOf, IntervalPlot } from '../../shared/charts/interval-plot.tsx'
import { Sparkline } from '../../shared/charts/sparkline.tsx'
import { sliceOf } from '../../shared/filters/slice.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { type Files, filesOf } from '../../shared/table/files.ts'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { allCountedAs } from './figures.ts'
import { GradeBadge } from '../alarms/grade-badge.tsx'
import { useReadingText } from './reading-text.ts'
import { RequestsLink } from '../requests/requests-link.tsx'

type Ranking = AnswerOf<typeof rankServices>

interface RankingTableProps {
  readonly figure: Figure
  readonly extra?: ReactNode
  /** Part of a service's name or the beginning of its number: only these are shown. */
  readonly find?: string | undefined
}

/** Services by one figure, with intervals on one scale and the mean of all as a line. */
export function RankingTable({ figure, extra, find }: RankingTableProps) {
  const asking = { ...useSlice(), figure, find }
  const { t } = useTranslation()
  const query = useQuery({
    ...asked(rankServices, { query: asking }),
    placeholderData: (before) => before,
  })
  const files = filesOf((format) => urlOf(rankServices, { query: { ...asking, format } }))
  return (
    <Asked query={query} lines={10}>
      {(ranking) => (
        <RankedRows
          ranking={ranking}
          found={find !== undefined}
          figure={figure}
          files={files}
          title={t(`ranking.${figure}`)}
          extra={extra}
        />
      )}
    </Asked>
  )
}

interface RankedRowsProps {
  readonly ranking: Ranking
  readonly figure: Figure
  /** Only those that were searched for. */
  readonly found: boolean
  readonly files: Files
  readonly title: string
  readonly extra: ReactNode
}

function RankedRows({ ranking, figure, found, files, title, extra }: RankedRowsProps) {
  const { t } = useTranslation()
  const say = useReadingText()
  const columns = useRankingColumns(ranking, figure)
  return (
    <div className="stack-tight">
      <DataTable
        title={title}
        columns={columns}
        rows={ranking.rows}
        rowKey={({ service }) => service}
        files={files}
        extra={extra}
        empty={
          <Empty
            title={t(found ? 'ranking.noneFound' : 'ranking.empty')}
            text={t(found ? 'ranking.noneFoundText' : 'ranking.emptyText')}
          />
        }
      />
      {ranking.rows.length > 0 && (
        <p className="dim small" style={{ margin: 0 }}>
          {ranking.mean !== null && t('ranking.mean', { value: say.value(ranking.mean, figure) })} {t('ranking.order')}
        </p>
      )}
    </div>
  )
}

function useRankingColumns(ranking: Ranking, figure: Figure): Column<RankedService>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useReadingText()
  const slice = useSlice()
  return useMemo(() => {
    const domain = domainOf(ranking.rows, isMean(figure) ? [1, 5] : [0, 100])
    const requests = (service: string) => ({ ...slice, ...ranking.period, service, counted: allCountedAs(figure) })
    return [
      {
        id: 'service',
        title: t('ranking.service'),
        wide: true,
        value: ({ name }) => name,
        show: ({ service, name }) => (
          <Link to="/services/$service" params={{ service }} search={sliceOf}>
            {name}
          </Link>
        ),
      },
      { id: 'authority', title: t('ranking.authority'), wide: true, extra: true, value: ({ authority }) => authority },
      {
        id: 'plot',
        title: t('ranking.plot'),
        unsorted: true,
        picture: true,
        value: ({ value }) => value,
        show: (row) => <IntervalPlot {...row} domain={domain} mean={ranking.mean} />,
      },
      {
        id: 'value',
        title: t('figures.value'),
        figures: true,
        value: ({ value }) => value,
        text: ({ value, little }) => `${say.value(value, figure)}${little ? ` (${t('figures.little')})` : ''}`,
        show: ({ value, little }) => (
          <span className={little ? 'dim' : undefined}>
            {say.value(value, figure)}
            {little && (
              <>
                <br />
                <span className="small">{t('figures.little')}</span>
              </>
            )}
          </span>
        ),
      },
      {
        id: 'interval',
        title: t('figures.interval'),
        figures: true,
        value: ({ low }) => low,
        text: ({ low, high }) => format.interval(low, high, digitsOf(figure)) ?? '',
        show: ({ low, high }) => <span className="dim">{format.interval(low, high, digitsOf(figure)) ?? '–'}</span>,
      },
      {
        id: 'n',
        title: 'n',
        figures: true,
        value: ({ n }) => n,
        text: ({ n }) => String(n),
        show: ({ service, n }) => (
          <RequestsLink search={requests(service)} label={t('ranking.openRequests', { n: format.count(n) })}>
            {format.count(n)}
          </RequestsLink>
        ),
      },
      {
        id: 'change',
        title: t(`ranking.change_${slice.versus ?? 'last-year'}`),
        figures: true,
        value: ({ value, previous }) => (value === null || previous === null ? null : value - previous),
        text: ({ value, previous }) => say.change(value, previous, figure) ?? '',
        show: ({ value, previous }) => say.change(value, previous, figure) ?? '–',
      },
      {
        id: 'months',
        title: t('ranking.months'),
        unsorted: true,
        picture: true,
        value: () => null,
        show: ({ months }) => <Sparkline values={months} width={90} height={24} />,
      },
      {
        id: 'alarm',
        title: t('ranking.alarm'),
        value: ({ alarm }) => (alarm === null ? '' : t(`grades.${alarm}`)),
        show: ({ alarm }) => alarm && <GradeBadge grade={alarm} />,
      },
    ]
  }, [ranking, figure, slice, t, format, say])
}
