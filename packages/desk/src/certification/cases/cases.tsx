import { NativeSelect } from '@mantine/core'
import { type CriticalCase, listCases } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'

const route = getRouteApi('/desk/certification/cases')

/** Critical values of objects whose certificate is in force: what waits for a decision stands first. */
export function CasesScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const state = route.useSearch().decided === 'true' ? 'all' : 'open'
  const navigate = route.useNavigate()
  const query = useQuery(asked(listCases, { query: { state, limit: 1000 } }))
  const columns = useCaseColumns()
  const files = filesOf((kind) => urlOf(listCases, { query: { state, format: kind } }))
  return (
    <Page place={t('nav.criticalCases')} title={t('criticalCase.title')} about={t('criticalCase.about')}>
      <Asked query={query} lines={8}>
        {({ total, rows }) => (
          <DataTable
            title={t('criticalCase.found', { count: total, n: format.count(total) })}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => String(id)}
            files={files}
            extra={
              <NativeSelect
                aria-label={t('criticalCase.shown')}
                value={state}
                data={(['open', 'all'] as const).map((one) => ({ value: one, label: t(`criticalCase.shown_${one}`) }))}
                onChange={({ currentTarget: { value } }) =>
                  void navigate({ search: { decided: value === 'all' ? 'true' : undefined }, replace: true })
                }
              />
            }
            empty={<Empty title={t('criticalCase.empty')} text={t('criticalCase.emptyText')} />}
          />
        )}
      </Asked>
    </Page>
  )
}

function useCaseColumns(): Column<CriticalCase>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    (): Column<CriticalCase>[] => [
      {
        id: 'name',
        title: t('lists.name'),
        wide: true,
        value: ({ name }) => name,
        show: ({ id, name }) => (
          <Link to="/certification/cases/$case" params={{ case: String(id) }}>
            {name}
          </Link>
        ),
      },
      { id: 'authority', title: t('filters.authority'), wide: true, value: ({ authority }) => authority },
      { id: 'certificate', title: t('criticalCase.certificate'), value: ({ certificate }) => certificate },
      { id: 'figure', title: t('criticalCase.figure'), value: ({ figure }) => t(`criticalCase.figure_${figure}`) },
      {
        id: 'month',
        title: t('criticalCase.month'),
        figures: true,
        value: ({ month }) => month,
        show: ({ month }) => format.month(month),
      },
      { id: 'grade', title: t('criticalCase.grade'), value: ({ grade }) => grade },
      { id: 'state', title: t('criticalCase.state'), value: ({ state }) => t(`criticalCase.state_${state}`) },
      {
        id: 'due',
        title: t('criticalCase.due'),
        figures: true,
        value: ({ due }) => due,
        show: ({ due }) => (due === null ? null : format.day(due)),
      },
    ],
    [t, format],
  )
}
