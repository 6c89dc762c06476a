import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { expiryBounds } from './expiry.ts'

interface ExpiryFieldProps {
  readonly value: string
  readonly change: (day: string) => void
}

/** The last day of a key. */
export function ExpiryField({ value, change }: ExpiryFieldProps) {
  const { t } = useTranslation()
  const [{ min, max }] = useState(() => expiryBounds(new Date()))
  return (
    <TextInput
      type="date"
      label={t('tokens.expiresAt')}
      description={t('tokens.expiresHint')}
      min={min}
      max={max}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
