import { Button } from '@mantine/core'
import { confirmSecondFactor, type SessionState, signOut } from '@otklik/model/access/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'
import { CodeField } from './code-field.tsx'
import { Entrance } from './entrance.tsx'
import { sessionQuery } from './session.ts'

/** After the right password: the code of the authenticator, or one of the codes kept for a lost phone. */
export function SecondFactorStep({ enter }: { readonly enter: (state: SessionState) => void }) {
  const { t } = useTranslation()
  const [recovery, setRecovery] = useState(false)
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => call(confirmSecondFactor, { body: { code: code.trim() } }),
    onSuccess: enter,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  const toggle = () => {
    setRecovery(!recovery)
    setCode('')
    confirm.reset()
  }
  return (
    <Entrance title={t('secondFactor.title')} text={t(recovery ? 'secondFactor.textRecovery' : 'secondFactor.text')}>
      <form onSubmit={submit}>
        {confirm.isError && <FormTrouble error={confirm.error} />}
        {/* A field of its own for each kind of code: the keyboard of a phone changes only with the field. */}
        <CodeField key={String(recovery)} recovery={recovery} autoFocus value={code} change={setCode} />
        <Button type="submit" loading={confirm.isPending}>
          {t('secondFactor.confirm')}
        </Button>
        <Button variant="default" onClick={toggle}>
          {t(recovery ? 'secondFactor.useCode' : 'secondFactor.useRecovery')}
        </Button>
        <StartAgain />
      </form>
    </Entrance>
  )
}

/** Another person, or a wrong account: the half-open session is given up. */
function StartAgain() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const leave = useMutation({
    mutationFn: () => call(signOut, {}),
    onSettled: () => client.refetchQueries({ queryKey: sessionQuery.queryKey }),
  })
  return (
    <Button variant="subtle" onClick={() => leave.mutate()}>
      {t('secondFactor.again')}
    </Button>
  )
}
