import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { Page } from '../../shared/ui/page.tsx'
import { ExpectedDays } from '../feed/expected-days.tsx'
import { FeedFindings } from '../feed/feed-findings.tsx'
import { PackageCalendar } from './package-calendar.tsx'
import { PackageList } from './package-list.tsx'
import { SendPackages } from '../sending/send-packages.tsx'

const route = getRouteApi('/desk/packages')

export function PackagesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  return (
    <Page
      place={t('nav.packages')}
      title={t('packages.title')}
      about={t('packages.about')}
      actions={<Link to="/packages/guide">{t('guide.link')}</Link>}
    >
      {may('packages.send') && <SendPackages />}
      <PackageCalendar until={search.until ?? null} />
      <FeedFindings search={search} />
      {search.supplier !== undefined && <ExpectedDays supplier={search.supplier} />}
      <PackageList search={search} />
    </Page>
  )
}
