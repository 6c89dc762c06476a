import { type Figure, type IndicatorRow, readIndicators, type ServicePage } from '@otklik/model/progress/api'
import { digitsOf, NOT_GIVEN, readingOf } from '@otklik/model/indicators'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { type Format, NOTHING } from '../../shared/i18n/format.ts'
import { type Translate, useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { allCountedAs, FIGURES } from './figures.ts'
import { type ReadingText, useReadingText } from './reading-text.ts'
import type { RequestsSearch } from '../requests/requests-search.ts'
import { RequestsLink } from '../requests/requests-link.tsx'

interface SliceTableProps {
  readonly by: 'channel' | 'region' | 'office'
  readonly rows: readonly IndicatorRow[]
  readonly page: ServicePage
}

/** The three figures of a service by channel, region or office; a name narrows the screen to it. */
export function SliceTable({ by, rows, page }: SliceTableProps) {
  const { t } = useTranslation()
  const slice = useSlice()
  const columns = useColumns(by, page)
  const file = (format: 'csv' | 'xlsx') =>
    urlOf(readIndicators, { query: { ...slice, ...page.period, service: page.service.id, by, format } })
  return (
    <DataTable
      title={t(`service.by_${by}`)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.slice[by] ?? ''}
      files={{ csv: file('csv'), xlsx: file('xlsx') }}
      empty={<p className="dim">{t('service.noSlices')}</p>}
    />
  )
}

function useColumns(by: SliceTableProps['by'], page: ServicePage): Column<IndicatorRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useReadingText()
  const slice = useSlice()
  return useMemo(() => {
    const nameOf = (row: IndicatorRow) => row.name ?? (row.slice[by] || t('filters.notGiven'))
    const only = (row: IndicatorRow) => ({ [by]: row.slice[by] || NOT_GIVEN })
    const search = (row: IndicatorRow) => ({
      ...slice,
      ...page.period,
      service: page.service.id,
      ...only(row),
    })
    const first: Column<IndicatorRow> = {
      id: by,
      title: t(`filters.${by}`),
      wide: true,
      value: nameOf,
      show: (row) => (
        <Link to="." search={(before) => ({ ...before, ...only(row) })}>
          {nameOf(row)}
        </Link>
      ),
    }
    return [first, ...FIGURES.flatMap((figure) => figureColumns(figure, { t, format, say }, search))]
  }, [by, page, slice, t, format, say])
}

interface Tools {
  readonly t: Translate
  readonly format: Format
  readonly say: ReadingText
}

/** Value, interval and n of one figure; n opens the requests. */
function figureColumns(
  figure: Figure,
  { t, format, say }: Tools,
  search: (row: IndicatorRow) => RequestsSearch,
): Column<IndicatorRow>[] {
  const reading = (row: IndicatorRow) => readingOf(row, figure)
  const value = (row: IndicatorRow) => say.value(reading(row).value, figure)
  const interval = (row: IndicatorRow) => format.interval(reading(row).low, reading(row).high, digitsOf(figure)) ?? ''
  return [
    {
      id: figure,
      title: t(`figures.short_${figure}`),
      figures: true,
      value: (row) => reading(row).value,
      text: value,
      show: (row) => <span className={reading(row).little ? 'dim' : undefined}>{value(row)}</span>,
    },
    {
      id: `${figure}-interval`,
      title: t('figures.interval'),
      figures: true,
      unsorted: true,
      value: (row) => reading(row).low,
      text: interval,
      show: (row) => <span className="dim">{interval(row) || NOTHING}</span>,
    },
    {
      id: `${figure}-n`,
      title: 'n',
      figures: true,
      value: (row) => reading(row).n,
      show: (row) => (
        <RequestsLink
          search={{ ...search(row), counted: allCountedAs(figure) }}
          label={t('ranking.openRequests', { n: format.count(reading(row).n) })}
        >
          {format.count(reading(row).n)}
        </RequestsLink>
      ),
    },
  ]
}
