import { Button, PasswordInput, TextInput } from '@mantine/core'
import { signIn } from '@otklik/model/api'
import { useMutation, useQueryClient, useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'
import { Entrance } from './entrance.tsx'
import { sessionQuery } from './session.ts'

const route = getRouteApi('/sign-in')

export function SignIn() {
  const { t } = useTranslation()
  const { back } = route.useSearch()
  const router = useRouter()
  const client = useQueryClient()
  const { data } = useQuery(sessionQuery)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({
    mutationFn: () => call(signIn, { body: { login, password } }),
    onSuccess: async (state) => {
      client.setQueryData(sessionQuery.queryKey, state)
      // Only paths of the desk itself: a link from outside must not lead away after the sign-in.
      router.history.push(back?.startsWith('/') && !back.startsWith('//') ? back : '/')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  return (
    <Entrance title={t('signIn.title')} text={data?.firstStart ? t('signIn.firstStart') : t('signIn.text')}>
      <form onSubmit={submit}>
        {enter.isError && <FormTrouble error={enter.error} />}
        <TextInput
          label={t('signIn.login')}
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={enter.isPending}>
          {t('signIn.enter')}
        </Button>
      </form>
    </Entrance>
  )
}
