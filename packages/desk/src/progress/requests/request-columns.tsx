import { type Counted, readFilters, type RequestRow } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { type Format, NOTHING } from '../../shared/i18n/format.ts'
import { type Translate, useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'

/** The columns of the requests behind a figure: where they are cases of one, with what makes each of them a case. */
export function useRequestColumns(counted: Counted): Column<RequestRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: filters } = useQuery({ ...asked(readFilters, {}), staleTime: 5 * 60_000 })
  return useMemo(() => {
    const regionName = (code: string) => filters?.regions.find(({ id }) => id === code)?.name ?? code
    const local = (time: string | null) => (time === null ? NOTHING : format.local(time.slice(0, 16)))
    return [
      {
        id: 'request',
        title: t('requests.number'),
        value: ({ request }) => request,
        show: ({ request }) => (
          <Link to="/requests/$request" params={{ request }} search={sliceOf} className="num">
            {request}
          </Link>
        ),
      },
      ...caseColumns(counted, t, format),
      { id: 'serviceName', title: t('filters.service'), wide: true, value: ({ serviceName }) => serviceName },
      { id: 'service', title: t('service.number'), extra: true, value: ({ service }) => service },
      { id: 'subservice', title: t('requests.subservice'), extra: true, value: ({ subservice }) => subservice },
      { id: 'channel', title: t('filters.channel'), value: ({ channel }) => channel },
      { id: 'region', title: t('filters.region'), extra: true, value: ({ region }) => regionName(region) },
      { id: 'office', title: t('filters.office'), extra: true, value: ({ office }) => office },
      {
        id: 'firstEvent',
        title: t('requests.firstEvent'),
        figures: true,
        value: ({ firstEvent }) => firstEvent,
        text: ({ firstEvent }) => local(firstEvent),
        show: ({ firstEvent }) => local(firstEvent),
      },
      {
        id: 'lastEvent',
        title: t('requests.lastEvent'),
        figures: true,
        value: ({ lastEvent }) => lastEvent,
        text: ({ lastEvent }) => local(lastEvent),
        show: ({ lastEvent }) => local(lastEvent),
      },
      {
        id: 'lastStatus',
        title: t('requests.lastStatus'),
        wide: true,
        value: ({ lastStatusName, lastStatus }) => lastStatusName ?? lastStatus,
      },
      { id: 'events', title: t('requests.events'), figures: true, value: ({ events }) => events },
    ]
  }, [counted, t, format, filters])
}

function caseColumns(counted: Counted, t: Translate, format: Format): Column<RequestRow>[] {
  if (counted === 'any') return []
  const monthOf = ({ month }: RequestRow) => (month === null ? '' : format.month(month))
  const month: Column<RequestRow> = {
    id: 'month',
    title: t('figures.month'),
    value: (row) => row.month,
    text: monthOf,
    show: monthOf,
  }
  return counted === 'rated' ? [month, ...ratingColumns(t, format)] : [month]
}

/** The score is what was given; the mean is of what counts, the criteria where there are any. */
function ratingColumns(t: Translate, format: Format): Column<RequestRow>[] {
  const ratedAt = (row: RequestRow) => (row.ratedAt === null ? '' : format.local(row.ratedAt.slice(0, 16)))
  const rating = (row: RequestRow) => format.mean(row.rating)
  return [
    {
      id: 'ratedAt',
      title: t('requests.ratedAt'),
      figures: true,
      value: (row) => row.ratedAt,
      text: ratedAt,
      show: ratedAt,
    },
    { id: 'score', title: t('requests.score'), figures: true, value: (row) => row.score },
    {
      id: 'rating',
      title: t('requests.rating'),
      figures: true,
      value: (row) => row.rating,
      text: rating,
      show: rating,
    },
  ]
}
