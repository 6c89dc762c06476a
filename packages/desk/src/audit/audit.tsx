import { useTranslation } from 'react-i18next'
import { Page } from '../shared/ui/page.tsx'

export function AuditScreen() {
  const { t } = useTranslation()
  return (
    <Page place={t('nav.audit')} title={t('nav.audit')}>
      {null}
    </Page>
  )
}
