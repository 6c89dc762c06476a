import { Button, TextInput } from '@mantine/core'
import { askPasswordReset, completePasswordReset } from '@otklik/model/access/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'
import { Entrance } from './entrance.tsx'
import { useLinkToken } from './link-token.ts'
import { NewPassword } from './password-fields.tsx'
import { sessionQuery } from './session.ts'

/** Without a key: asks for the letter. With the key of the letter's link: takes the new password. */
export function PasswordReset() {
  const token = useLinkToken()
  return token === '' ? <AskForLetter /> : <SetPassword token={token} />
}

function AskForLetter() {
  const { t } = useTranslation()
  const [login, setLogin] = useState('')
  const ask = useMutation({ mutationFn: () => call(askPasswordReset, { body: { login: login.trim() } }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  return (
    <Entrance title={t('passwordReset.title')} text={t('passwordReset.text')}>
      {ask.isSuccess ? (
        <p role="status">{t('passwordReset.asked')}</p>
      ) : (
        <form onSubmit={submit}>
          {ask.isError && <FormTrouble error={ask.error} />}
          <TextInput
            label={t('signIn.login')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            autoFocus
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <Button type="submit" loading={ask.isPending}>
            {t('passwordReset.ask')}
          </Button>
        </form>
      )}
      <BackToSignIn />
    </Entrance>
  )
}

function SetPassword({ token }: { readonly token: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const complete = useMutation({
    mutationFn: () => call(completePasswordReset, { body: { token, password } }),
    // All sessions of the person are closed, perhaps the one of this browser too.
    onSuccess: () => client.removeQueries({ queryKey: sessionQuery.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    complete.mutate()
  }
  return (
    <Entrance title={t('passwordReset.newTitle')} text={complete.isSuccess ? '' : t('passwordReset.newText')}>
      {complete.isSuccess ? (
        <p role="status">{t('passwordReset.done')}</p>
      ) : (
        <form onSubmit={submit}>
          {complete.isError && <FormTrouble error={complete.error} />}
          <NewPassword label={t('newPassword.label')} value={password} change={setPassword} />
          <Button type="submit" loading={complete.isPending}>
            {t('newPassword.save')}
          </Button>
        </form>
      )}
      <BackToSignIn />
    </Entrance>
  )
}

function BackToSignIn() {
  const { t } = useTranslation()
  return (
    <p style={{ marginBottom: 0 }}>
      <Link to="/sign-in" search={{}}>
        {t('passwordReset.toSignIn')}
      </Link>
    </p>
  )
}
