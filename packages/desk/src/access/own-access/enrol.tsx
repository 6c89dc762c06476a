import { Button } from '@mantine/core'
import { beginSecondFactor, finishSecondFactor } from '@otklik/model/access/api'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { renderSVG } from 'uqr'
import { call } from '../../shared/api/call.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { CodeField } from '../code-field.tsx'
import { KnownPassword } from '../password-fields.tsx'
import classes from './own-access.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'

interface EnrolProps {
  readonly hasPassword: boolean
  readonly close: () => void
}

/** Sets up the second factor: the password once more, the secret for the app, a code of the app, the recovery codes. */
export function Enrol({ hasPassword, close }: EnrolProps) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const begin = useMutation({
    mutationFn: () => call(beginSecondFactor, { body: hasPassword ? { password } : {} }),
  })
  if (begin.data) return <Confirm secret={begin.data.secret} uri={begin.data.uri} close={close} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate()
  }
  return (
    <Dialog title={t('secondFactor.enrol')} close={close}>
      <form className="stack" onSubmit={submit}>
        {begin.isError && <FormTrouble error={begin.error} />}
        <p style={{ margin: 0 }}>{t('secondFactor.enrolText')}</p>
        {hasPassword && <KnownPassword label={t('ownAccess.currentPassword')} value={password} change={setPassword} />}
        <div className="row">
          <Button type="submit" loading={begin.isPending}>
            {t('secondFactor.goOn')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('actions.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface ConfirmProps {
  readonly secret: string
  readonly uri: string
  readonly close: () => void
}

function Confirm({ secret, uri, close }: ConfirmProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  return (
    <FormDialog
      title={t('secondFactor.enrol')}
      action={t('secondFactor.turnOn')}
      save={() => call(finishSecondFactor, { body: { code: code.trim() } })}
      after={({ recoveryCodes }) => <RecoveryCodes codes={recoveryCodes} close={close} />}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('secondFactor.scan')}</p>
      <img className={classes.picture} src={pictureOf(uri)} alt={t('secondFactor.picture')} />
      <div>
        {t('secondFactor.byHand')} <span className={classes.secret}>{inFours(secret)}</span>
      </div>
      <CodeField value={code} change={setCode} autoFocus />
    </FormDialog>
  )
}

/** An image of its own: the page's policy allows no style that a drawing in the page would bring along. */
const pictureOf = (uri: string): string =>
  `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2, ecc: 'M' }))}`

/** A secret that is typed by hand is read four letters at a time. */
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')
