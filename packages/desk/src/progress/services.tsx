import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '../shared/filters/filter-bar.tsx'
import { Page } from '../shared/ui/page.tsx'
import { FigureSwitch } from './figure-switch.tsx'
import { RankingTable } from './ranking.tsx'

const route = getRouteApi('/desk/services')

export function ServicesScreen() {
  const { t } = useTranslation()
  const { figure = 'refusals', find = '' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Page place={t('nav.services')} title={t('services.title')} about={t('services.about')}>
      <FilterBar without={['service']} />
      <div className="row-ends no-print">
        <FigureSwitch figure={figure} />
        <TextInput
          aria-label={t('services.find')}
          placeholder={t('services.find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={find}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: (before) => ({ ...before, find: value }), replace: true, resetScroll: false })
          }
        />
      </div>
      <RankingTable figure={figure} find={find} />
    </Page>
  )
}
