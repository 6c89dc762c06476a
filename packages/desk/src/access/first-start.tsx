import { Button, PasswordInput, TextInput } from '@mantine/core'
import { makeFirstAdministrator } from '@otklik/model/access/api'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'
import { Entrance } from './entrance.tsx'
import { useEntering } from './entering.ts'
import { useLinkToken } from './link-token.ts'
import { SHORTEST } from './password-fields.tsx'

export function FirstStart() {
  const { t } = useTranslation()
  const token = useLinkToken()
  if (token === '') return <Entrance title={t('firstStart.title')} text={t('firstStart.noToken')} />
  return (
    <Entrance title={t('firstStart.title')} text={t('firstStart.text')}>
      <AdministratorForm token={token} />
    </Entrance>
  )
}

function AdministratorForm({ token }: { readonly token: string }) {
  const { t } = useTranslation()
  const enter = useEntering()
  const [form, setForm] = useState({ name: '', login: '', password: '', again: '' })
  const make = useMutation({
    mutationFn: () => {
      const { name, login, password } = form
      return call(makeFirstAdministrator, { body: { token, name, login, password } })
    },
    onSuccess: enter,
  })
  const set = (field: keyof typeof form) => (event: FormEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget
    setForm((before) => ({ ...before, [field]: value }))
  }
  const short = form.password !== '' && form.password.length < SHORTEST
  const differs = form.again !== '' && form.again !== form.password
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (form.password.length >= SHORTEST && form.again === form.password) make.mutate()
  }
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } }
  return (
    <form onSubmit={submit}>
      {make.isError && <FormTrouble error={make.error} />}
      <TextInput
        label={t('firstStart.name')}
        description={t('firstStart.nameHint')}
        autoComplete="name"
        required
        withAsterisk={false}
        value={form.name}
        onChange={set('name')}
      />
      <TextInput
        label={t('signIn.login')}
        autoComplete="username"
        required
        withAsterisk={false}
        minLength={3}
        value={form.login}
        onChange={set('login')}
      />
      <PasswordInput
        label={t('signIn.password')}
        description={t('firstStart.passwordHint')}
        error={short && t('firstStart.tooShort')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={form.password}
        onChange={set('password')}
        {...toggle}
      />
      <PasswordInput
        label={t('firstStart.again')}
        error={differs && t('firstStart.differs')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={form.again}
        onChange={set('again')}
        {...toggle}
      />
      <Button type="submit" loading={make.isPending}>
        {t('firstStart.make')}
      </Button>
    </form>
  )
}
