import { Button } from '@mantine/core'
import { changePassword, type OwnAccess } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { KnownPassword, NewPassword } from '../password-fields.tsx'
import { useSession } from '../session.ts'

export function OwnPassword({ own }: { readonly own: OwnAccess }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [changing, setChanging] = useState(false)
  const [done, setDone] = useState(false)
  if (!own.hasPassword) return null
  return (
    <section className="panel stack" aria-labelledby="own-password">
      <h2 id="own-password">{t('signIn.password')}</h2>
      <p style={{ margin: 0 }} role={done ? 'status' : undefined}>
        {done && `${t('ownAccess.passwordChanged')} `}
        {own.passwordChangedAt !== null && t('ownAccess.passwordSince', { at: format.instant(own.passwordChangedAt) })}
      </p>
      <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setChanging(true)}>
        {t('ownAccess.changePassword')}
      </Button>
      {changing && <ChangePassword close={() => setChanging(false)} saved={() => setDone(true)} />}
    </section>
  )
}

function ChangePassword({ close, saved }: { readonly close: () => void; readonly saved: () => void }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  return (
    <FormDialog
      title={t('ownAccess.changePassword')}
      action={t('newPassword.save')}
      save={() => call(changePassword, { body: { current, password } })}
      saved={saved}
      close={close}
    >
      {/* The browser's keeper of passwords must know whose password is changed. */}
      <input type="text" autoComplete="username" value={user.login} readOnly hidden />
      <KnownPassword label={t('ownAccess.currentPassword')} value={current} change={setCurrent} />
      <NewPassword label={t('newPassword.label')} value={password} change={setPassword} />
      <p className="dim small" style={{ margin: 0 }}>
        {t('ownAccess.passwordCloses')}
      </p>
    </FormDialog>
  )
}
