import { rankServices } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { FilterBar } from '../../shared/filters/filter-bar.tsx'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { FigureSwitch } from '../figures/figure-switch.tsx'
import { RankingTable } from '../figures/ranking.tsx'

const route = getRouteApi('/desk/services')

export function ServicesScreen() {
  const { t } = useTranslation()
  const { figure = 'refusals', find } = route.useSearch()
  const navigate = route.useNavigate()
  const slice = useSlice()
  // The table below asks the same and gets the same answer.
  const { data } = useQuery(asked(rankServices, { query: { ...slice, figure, find } }))
  return (
    <Page place={t('nav.services')} title={t('services.title')} about={t('services.about')}>
      {/* One is found in the list; one that came along from another screen narrows it and must be seen. */}
      <FilterBar without={slice.service === undefined ? ['service'] : []} period={data?.period} />
      <div className="row-ends no-print">
        <FigureSwitch figure={figure} />
        <FindField
          label={t('services.find')}
          find={find ?? ''}
          change={(value) =>
            void navigate({ search: (before) => ({ ...before, find: value }), replace: true, resetScroll: false })
          }
        />
      </div>
      <RankingTable figure={figure} find={find} />
    </Page>
  )
}
