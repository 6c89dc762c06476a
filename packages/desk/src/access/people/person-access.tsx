import { Button } from '@mantine/core'
import { inviteAgain, type Person, reactivatePerson, resetSecondFactor } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { DeactivateDialog } from './deactivate-dialog.tsx'
import { ShownInvitation } from './shown-invitation.tsx'

interface PersonAccessProps {
  readonly person: Person
  /** The person at the screen: nobody closes the own access. */
  readonly own: boolean
}
type Doing = 'invite' | 'factor' | 'deactivate' | 'reactivate'

/** How a person comes in: the invitation, a lost second factor, closing and opening the access. */
export function PersonAccess({ person, own }: PersonAccessProps) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { state, secondFactor } = person
  return (
    <section className="panel stack" aria-label={t('person.access')}>
      <h2>{t('person.access')}</h2>
      {own ? (
        <p style={{ margin: 0 }}>{t('person.own')}</p>
      ) : (
        <>
          <p style={{ margin: 0 }}>
            {state === 'invited'
              ? t('person.waitsForAnswer')
              : t(secondFactor ? 'person.factorOn' : 'person.factorOff')}
          </p>
          <div className="row">
            {state === 'invited' && (
              <Button variant="default" onClick={() => setDoing('invite')}>
                {t('people.inviteAgain')}
              </Button>
            )}
            {secondFactor && (
              <Button variant="default" onClick={() => setDoing('factor')}>
                {t('person.resetFactor')}
              </Button>
            )}
            {state === 'deactivated' ? (
              <Button variant="default" onClick={() => setDoing('reactivate')}>
                {t('person.reactivate')}
              </Button>
            ) : (
              <Button variant="outline" color="red" onClick={() => setDoing('deactivate')}>
                {t('person.deactivate')}
              </Button>
            )}
          </div>
        </>
      )}
      <AccessDialog person={person} doing={doing} close={() => setDoing(null)} />
    </section>
  )
}

interface AccessDialogProps {
  readonly person: Person
  readonly doing: Doing | null
  readonly close: () => void
}

function AccessDialog({ person, doing, close }: AccessDialogProps) {
  const { t } = useTranslation()
  const params = { id: person.id }
  const named = { name: person.name }
  if (doing === 'deactivate') return <DeactivateDialog person={person} close={close} />
  if (doing === 'factor')
    return (
      <ConfirmDialog
        title={t('person.resetFactorTitle')}
        action={t('person.resetFactor')}
        danger
        run={() => call(resetSecondFactor, { params })}
        close={close}
      >
        {t('person.resetFactorText', named)}
      </ConfirmDialog>
    )
  if (doing === 'reactivate')
    return (
      <ConfirmDialog
        title={t('person.reactivateTitle')}
        action={t('person.reactivate')}
        run={() => call(reactivatePerson, { params })}
        close={close}
      >
        {t('person.reactivateText', named)}
      </ConfirmDialog>
    )
  if (doing === 'invite')
    return (
      <FormDialog
        title={t('people.inviteAgain')}
        action={t('people.inviteAgain')}
        save={() => call(inviteAgain, { params })}
        close={close}
        after={(invitation) => <ShownInvitation mail={person.mail} invitation={invitation} close={close} />}
      >
        <p style={{ margin: 0 }}>{t('people.inviteAgainText')}</p>
      </FormDialog>
    )
  return null
}
