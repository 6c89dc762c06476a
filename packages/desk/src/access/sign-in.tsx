import { Button, TextInput } from '@mantine/core'
import { type SessionState, signIn } from '@otklik/model/access/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'
import { Entrance } from './entrance.tsx'
import { useEntering, useGoingOutside } from './entering.ts'
import { OutsideButton } from './outside-button.tsx'
import { OutsideTrouble } from './outside-trouble.tsx'
import { KnownPassword } from './password-fields.tsx'
import { SecondFactorStep } from './second-factor-step.tsx'
import { sessionQuery } from './session.ts'

const route = getRouteApi('/sign-in')

export function SignIn() {
  const { t } = useTranslation()
  const { back, trouble } = route.useSearch()
  const { data } = useQuery(sessionQuery)
  const enter = useEntering(back)
  if (data?.secondFactor) return <SecondFactorStep enter={enter} />
  return (
    <Entrance title={t('signIn.title')} text={data?.firstStart ? t('signIn.firstStart') : t('signIn.text')}>
      {trouble !== undefined && <OutsideTrouble code={trouble} />}
      <PasswordForm enter={enter} />
      {data && <OtherWays state={data} back={back} />}
    </Entrance>
  )
}

function PasswordForm({ enter }: { readonly enter: (state: SessionState) => void }) {
  const { t } = useTranslation()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const trying = useMutation({
    mutationFn: () => call(signIn, { body: { login, password } }),
    onSuccess: enter,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    trying.mutate()
  }
  return (
    <form onSubmit={submit}>
      {trying.isError && <FormTrouble error={trying.error} />}
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
      <KnownPassword value={password} change={setPassword} />
      <Button type="submit" loading={trying.isPending}>
        {t('signIn.enter')}
      </Button>
    </form>
  )
}

/** Through another system, and without the password one has forgotten. */
function OtherWays({ state, back }: { readonly state: SessionState; readonly back: string | undefined }) {
  const { t } = useTranslation()
  const outside = useGoingOutside()
  return (
    <div className="stack" style={{ marginTop: 16 }}>
      {state.outside !== null && (
        <>
          {outside.isError && <FormTrouble error={outside.error} />}
          <OutsideButton
            text={t('signIn.outside', { name: state.outside })}
            loading={outside.isPending}
            go={() => outside.mutate(back === undefined ? {} : { back })}
          />
        </>
      )}
      {state.mail ? (
        <Link to="/password-reset">{t('signIn.forgot')}</Link>
      ) : (
        !state.firstStart && <p className="dim small">{t('signIn.forgotNoMail')}</p>
      )}
    </div>
  )
}
