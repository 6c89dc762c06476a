import { useTranslation } from 'react-i18next'
import { Page } from '../../shared/ui/page.tsx'

export function OwnAccessScreen() {
  const { t } = useTranslation()
  return (
    <Page place={t('nav.ownAccess')} title={t('nav.ownAccess')}>
      {null}
    </Page>
  )
}
