import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './own-access.module.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly close: () => void
}

/** The codes for a lost phone: shown this once, to be copied or printed. */
export function RecoveryCodes({ codes, close }: RecoveryCodesProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    setCopied(true)
  }
  return (
    <div className="stack" data-print-alone>
      <p style={{ margin: 0 }} role="status">
        {t('secondFactor.codesOnce')}
      </p>
      <ul className={classes.codes} aria-label={t('secondFactor.codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row no-print">
        <Button data-autofocus onClick={() => void copy()}>
          {t(copied ? 'actions.copied' : 'actions.copy')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('secondFactor.print')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('secondFactor.kept')}
        </Button>
      </div>
    </div>
  )
}
