import { Button, TextInput } from '@mantine/core'
import { acceptInvitation, lookUpInvitation } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { asked } from '../shared/api/queries.ts'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'
import { Waiting } from '../shared/ui/states.tsx'
import { Entrance } from './entrance.tsx'
import { useEntering, useGoingOutside } from './entering.ts'
import { useLinkToken } from './link-token.ts'
import { OutsideButton } from './outside-button.tsx'
import { NewPassword } from './password-fields.tsx'
import { useRoleName } from './roles/role-name.ts'

type Invited = AnswerOf<typeof lookUpInvitation>

/** The page of an invitation's link: who is invited and where, then a login and a password or another system's account. */
export function InvitationPage() {
  const { t } = useTranslation()
  const token = useLinkToken()
  const query = useQuery({ ...asked(lookUpInvitation, { body: { token } }), enabled: token !== '', retry: false })
  if (token === '') return <Entrance title={t('invitation.title')} text={t('invitation.noToken')} />
  return (
    <Entrance title={t('invitation.title')}>
      {query.isError && <FormTrouble error={query.error} />}
      {query.isPending && <Waiting lines={3} />}
      {query.data && <Accepting invited={query.data} token={token} />}
    </Entrance>
  )
}

function Accepting({ invited, token }: { readonly invited: Invited; readonly token: string }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const outside = useGoingOutside()
  return (
    <>
      <p>{t('invitation.whoIs', { name: invited.name })}</p>
      <ul>
        {invited.memberships.map(({ id, role, organisation }) => (
          <li key={id}>
            {roleName(role)} – {organisation.name}
          </li>
        ))}
      </ul>
      <p className="dim">{t('invitation.text')}</p>
      {invited.outside !== null && (
        <>
          {outside.isError && <FormTrouble error={outside.error} />}
          <OutsideButton
            text={t('invitation.outside', { name: invited.outside })}
            loading={outside.isPending}
            go={() => outside.mutate({ invitation: token })}
          />
        </>
      )}
      <LoginForm token={token} />
    </>
  )
}

function LoginForm({ token }: { readonly token: string }) {
  const { t } = useTranslation()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const enter = useEntering()
  const accept = useMutation({
    mutationFn: () => call(acceptInvitation, { body: { token, login: login.trim(), password } }),
    onSuccess: enter,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate()
  }
  return (
    <form onSubmit={submit}>
      {accept.isError && <FormTrouble error={accept.error} />}
      <TextInput
        label={t('signIn.login')}
        description={t('invitation.loginHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        minLength={3}
        maxLength={200}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <NewPassword value={password} change={setPassword} />
      <Button type="submit" loading={accept.isPending}>
        {t('invitation.accept')}
      </Button>
    </form>
  )
}
