import { Checkbox, Textarea } from '@mantine/core'
import { deactivatePerson, type Person, readHoldings } from '@otklik/model/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { PersonSelect } from './person-select.tsx'

const SHORTEST = 3

/** Closes the access of a person; what they hold goes to someone who stays. */
export function DeactivateDialog({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { t } = useTranslation()
  const [successor, setSuccessor] = useState<Person | null>(null)
  const [passRoles, setPassRoles] = useState(false)
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState(false)
  const short = reason.trim().length < SHORTEST
  const save = () =>
    call(deactivatePerson, {
      params: { id: person.id },
      body: {
        reason: reason.trim(),
        successor: successor?.id ?? null,
        passRoles: successor !== null && passRoles,
      },
    })
  return (
    <FormDialog
      title={t('person.deactivateTitle', { name: person.name })}
      action={t('person.deactivate')}
      danger
      unready={short}
      save={save}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('person.deactivateText')}</p>
      <Holdings id={person.id} />
      <PersonSelect
        label={t('person.successor')}
        description={t('person.successorHint')}
        placeholder={t('person.noSuccessor')}
        without={person.id}
        value={successor}
        change={setSuccessor}
      />
      <Checkbox
        label={t('person.passRoles')}
        disabled={successor === null}
        checked={successor !== null && passRoles}
        onChange={({ currentTarget }) => setPassRoles(currentTarget.checked)}
      />
      <Textarea
        data-autofocus
        label={t('person.reason')}
        description={t('person.reasonHint')}
        error={left && short && t('person.reasonShort')}
        required
        withAsterisk={false}
        minLength={SHORTEST}
        maxLength={500}
        rows={3}
        value={reason}
        onBlur={() => setLeft(reason !== '')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  )
}

function Holdings({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const query = useQuery(asked(readHoldings, { params: { id } }))
  return (
    <section aria-label={t('person.holds')}>
      <Asked query={query} lines={2}>
        {({ tokens, memberships }) => (
          <>
            <strong>{t('person.holds')}</strong>: {t('person.holdsRoles', { count: memberships })}.{' '}
            {tokens.length === 0 ? (
              t('person.holdsNothing')
            ) : (
              <>
                {t('person.holdsTokens', { count: tokens.length })}
                <ul style={{ margin: '4px 0 0', paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
                  {tokens.map((token) => (
                    <li key={token.id}>{token.label}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Asked>
    </section>
  )
}
