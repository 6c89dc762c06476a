import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormNotice } from './form-trouble.tsx'

interface ThrowAwayProps {
  readonly stay: () => void
  readonly leave: () => void
}

/** Asked before what was typed is lost; going on is what Enter does. */
export function ThrowAway({ stay, leave }: ThrowAwayProps) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <FormNotice>
        <p>{t('form.unsaved')}</p>
      </FormNotice>
      <div className="row">
        <Button autoFocus onClick={stay}>
          {t('form.stay')}
        </Button>
        <Button variant="default" onClick={leave}>
          {t('form.throwAway')}
        </Button>
      </div>
    </div>
  )
}
