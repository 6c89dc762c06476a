import { readFilters, type RequestRow } from '@otklik/model/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../shared/api/queries.ts'
import { sliceOf } from '../shared/filters/slice.ts'
import { useFormat } from '../shared/i18n/index.ts'
import { NOTHING } from '../shared/i18n/format.ts'
import type { Column } from '../shared/table/columns.ts'

export function useRequestColumns(): Column<RequestRow>[] {
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
  }, [t, format, filters])
}
