import { Button } from '@mantine/core'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from './page.tsx'
import { Trouble } from './states.tsx'

/** A screen that broke: the rest of the desk stays where it is. */
export function ScreenTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <Trouble error={error} retry={retry} />
}

/** An address that leads nowhere, with the way back. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <main style={{ padding: '32px 24px' }}>
      <Page place="Отклик" title={t('trouble.notFound')} about={t('trouble.notFoundText')}>
        <div>
          <Button component={Link} to="/" variant="default">
            {t('trouble.toOverview')}
          </Button>
        </div>
      </Page>
    </main>
  )
}
