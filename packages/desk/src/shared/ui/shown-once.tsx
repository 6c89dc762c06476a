import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ShownOnceProps {
  readonly label: string
  readonly value: string
  /** Why to take it now, and how long it is good for. */
  readonly children: ReactNode
  readonly close: () => void
}

/** A secret that is shown this once, with a button that copies it. */
export function ShownOnce({ label, value, children, close }: ShownOnceProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="stack">
      <div role="status">{children}</div>
      <TextInput
        label={label}
        readOnly
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <div className="row">
        <Button data-autofocus onClick={() => void copy()}>
          {t(copied ? 'actions.copied' : 'actions.copy')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('actions.close')}
        </Button>
      </div>
    </div>
  )
}
