import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface CodeFieldProps {
  readonly value: string
  readonly change: (value: string) => void
  /** A recovery code has letters; the authenticator's is figures alone. */
  readonly recovery?: boolean
  readonly autoFocus?: boolean
}

/** A code of the second factor. */
export function CodeField({ value, change, recovery = false, autoFocus = false }: CodeFieldProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t(recovery ? 'secondFactor.recoveryCode' : 'secondFactor.code')}
      description={t(recovery ? 'secondFactor.recoveryHint' : 'secondFactor.codeHint')}
      inputMode={recovery ? 'text' : 'numeric'}
      autoComplete={recovery ? 'off' : 'one-time-code'}
      autoCapitalize="none"
      spellCheck={false}
      required
      withAsterisk={false}
      maxLength={40}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
