import { Button } from '@mantine/core'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty, Trouble } from './states.tsx'

/** A screen that broke: the rest of the desk stays where it is. */
export function ScreenTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <Trouble error={error} retry={retry} />
}

export function NotFound() {
  const { t } = useTranslation()
  const home = (
    <Button component={Link} to="/" variant="default">
      {t('trouble.toOverview')}
    </Button>
  )
  return <Empty title={t('trouble.notFound')} text={t('trouble.notFoundText')} action={home} />
}
