import type { ServicePage } from '@otklik/model/progress/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { RequestsLink } from '../requests/requests-link.tsx'
import { useServiceFiles } from './service-files.ts'

type StatusRow = ServicePage['statuses'][number]

/** Which statuses the requests of a service met, and how often. */
export function ServiceStatuses({ page }: { readonly page: ServicePage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const slice = useSlice()
  const filesOf = useServiceFiles(page)
  const columns = useMemo(
    (): Column<StatusRow>[] => [
      {
        id: 'name',
        title: t('service.status'),
        wide: true,
        value: ({ name }) => name,
        show: ({ section, status, name }) => (
          <RequestsLink
            search={{ ...slice, ...page.period, service: page.service.id, status: String(status), section }}
          >
            {name}
          </RequestsLink>
        ),
      },
      { id: 'status', title: t('service.code'), figures: true, value: ({ status }) => status },
      { id: 'section', title: t('service.section'), value: ({ section }) => section },
      {
        id: 'requests',
        title: t('service.requests'),
        figures: true,
        value: ({ requests }) => requests,
        show: ({ requests }) => format.count(requests),
      },
      {
        id: 'events',
        title: t('service.events'),
        figures: true,
        value: ({ events }) => events,
        show: ({ events }) => format.count(events),
      },
    ],
    [t, format, slice, page],
  )
  return (
    <DataTable
      title={t('service.statuses')}
      columns={columns}
      rows={page.statuses}
      rowKey={({ section, status }) => `${section} ${status}`}
      files={filesOf('statuses')}
    />
  )
}
