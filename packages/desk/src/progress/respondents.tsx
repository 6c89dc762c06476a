import { useTranslation } from 'react-i18next'
import { Page } from '../shared/ui/page.tsx'

export function RespondentsScreen() {
  const { t } = useTranslation()
  return (
    <Page place={t('nav.respondents')} title={t('nav.respondents')}>
      {null}
    </Page>
  )
}
