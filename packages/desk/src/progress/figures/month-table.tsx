import { digitsOf } from '@otklik/model/indicators'
import { type Counted, type Figure, readIndicators } from '@otklik/model/progress/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import type { MonthPoint } from '../../shared/charts/month-series.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { NOTHING } from '../../shared/i18n/format.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { allCountedAs, countedAs } from './figures.ts'
import { notesOf } from './month-points.ts'
import { useReadingText } from './reading-text.ts'
import { RequestsLink } from '../requests/requests-link.tsx'

interface MonthTableProps {
  readonly figure: Figure
  readonly points: readonly MonthPoint[]
  readonly title: string
  readonly service?: string | undefined
  readonly period: { readonly from: string; readonly to: string }
}

/** One figure by month as a table of figures. */
export function MonthTable({ figure, points, title, service, period }: MonthTableProps) {
  const columns = useMonthColumns(figure, service)
  const asked = { ...useSlice(), ...(service === undefined ? {} : { service }), ...period }
  const files = filesOf((format) => urlOf(readIndicators, { query: { ...asked, by: 'month', format } }))
  return <DataTable title={title} columns={columns} rows={points} rowKey={({ month }) => month} files={files} />
}

function useMonthColumns(figure: Figure, service: string | undefined): Column<MonthPoint>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useReadingText()
  const slice = useSlice()
  return useMemo(() => {
    const search = (month: string, counted: Counted) => ({
      ...slice,
      ...(service === undefined ? {} : { service }),
      from: month,
      to: month,
      counted,
    })
    const interval = ({ low, high }: MonthPoint) => format.interval(low, high, digitsOf(figure))
    return [
      {
        id: 'month',
        title: t('figures.month'),
        value: ({ month }) => month,
        text: ({ month }) => format.month(month),
        show: ({ month }) => (
          <RequestsLink search={search(month, countedAs(figure))}>{format.month(month)}</RequestsLink>
        ),
      },
      {
        id: 'value',
        title: t('figures.value'),
        figures: true,
        value: ({ value }) => value,
        text: ({ value }) => say.value(value, figure),
        show: ({ value, little }) => <span className={little ? 'dim' : undefined}>{say.value(value, figure)}</span>,
      },
      {
        id: 'interval',
        title: t('figures.interval'),
        figures: true,
        value: ({ low }) => low,
        text: (point) => interval(point) ?? '',
        show: (point) => interval(point) ?? NOTHING,
      },
      {
        id: 'n',
        title: 'n',
        figures: true,
        value: ({ n }) => n,
        show: ({ month, n }) => (
          <RequestsLink
            search={search(month, allCountedAs(figure))}
            label={t('ranking.openRequests', { n: format.count(n) })}
          >
            {format.count(n)}
          </RequestsLink>
        ),
      },
      {
        id: 'before',
        title: t(`figures.before_${slice.versus ?? 'last-year'}`),
        figures: true,
        value: ({ before }) => before,
        text: ({ before }) => say.value(before, figure),
        show: ({ before }) => say.value(before, figure),
      },
      { id: 'note', title: t('figures.note'), value: (point) => notesOf(point, t).join(', ') },
    ]
  }, [t, format, say, slice, service, figure])
}
