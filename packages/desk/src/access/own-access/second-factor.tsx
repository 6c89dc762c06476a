import { Button } from '@mantine/core'
import { type OwnAccess, removeSecondFactor, renewRecoveryCodes } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { CodeField } from '../code-field.tsx'
import { Enrol } from './enrol.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Doing = 'enrol' | 'renew' | 'remove' | null

/** The second factor: whether it is on, and what can be done with it. */
export function SecondFactor({ own }: { readonly own: OwnAccess }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  const { since, required, recoveryCodesLeft } = own.secondFactor
  return (
    <section className="panel stack" aria-labelledby="second-factor">
      <h2 id="second-factor">{t('secondFactor.title')}</h2>
      <p style={{ margin: 0 }}>
        {since === null ? t('secondFactor.off') : t('secondFactor.on', { at: format.instant(since) })}{' '}
        {required && t('secondFactor.required')}
      </p>
      {since !== null && <p style={{ margin: 0 }}>{t('secondFactor.codesLeft', { count: recoveryCodesLeft })}</p>}
      <div className="row">
        {since === null ? (
          <Button onClick={() => setDoing('enrol')}>{t('secondFactor.enrol')}</Button>
        ) : (
          <>
            <Button variant="default" onClick={() => setDoing('renew')}>
              {t('secondFactor.renew')}
            </Button>
            {!required && (
              <Button variant="default" onClick={() => setDoing('remove')}>
                {t('secondFactor.remove')}
              </Button>
            )}
          </>
        )}
      </div>
      {doing === 'enrol' && <Enrol hasPassword={own.hasPassword} close={close} />}
      {doing === 'renew' && <Renew close={close} />}
      {doing === 'remove' && <Remove close={close} />}
    </section>
  )
}

function Renew({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  return (
    <FormDialog
      title={t('secondFactor.renew')}
      action={t('secondFactor.renewAction')}
      save={() => call(renewRecoveryCodes, { body: { code: code.trim() } })}
      after={({ recoveryCodes }) => <RecoveryCodes codes={recoveryCodes} close={close} />}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('secondFactor.renewText')}</p>
      <CodeField value={code} change={setCode} autoFocus />
    </FormDialog>
  )
}

function Remove({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  return (
    <FormDialog
      title={t('secondFactor.remove')}
      action={t('secondFactor.removeAction')}
      danger
      save={() => call(removeSecondFactor, { body: { code: code.trim() } })}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('secondFactor.removeText')}</p>
      <CodeField value={code} change={setCode} autoFocus />
    </FormDialog>
  )
}
