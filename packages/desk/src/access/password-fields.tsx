import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A new password is at least so long; the other rules are the server's, which knows the list of common ones. */
export const SHORTEST = 12

interface PasswordFieldProps {
  readonly label?: string
  readonly value: string
  readonly change: (value: string) => void
}

/** The password one has: offered by the browser's keeper of passwords. */
export function KnownPassword({ label, value, change }: PasswordFieldProps) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      label={label ?? t('signIn.password')}
      autoComplete="current-password"
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** A password to be: its rules stand beside it before anything is typed. */
export function NewPassword({ label, value, change }: PasswordFieldProps) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      label={label ?? t('signIn.password')}
      description={t('newPassword.rules')}
      error={value !== '' && value.length < SHORTEST && t('firstStart.tooShort')}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={SHORTEST}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
