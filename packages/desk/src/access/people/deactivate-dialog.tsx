import { Checkbox, Textarea } from '@mantine/core'
import { SHORTEST_REASON } from '@otklik/model/access'
import { deactivatePerson, type Person, readHoldings } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { useSession } from '../session.ts'
import { PersonSelect } from './person-select.tsx'

/** Closes the access of a person; what they hold goes to someone who stays. */
export function DeactivateDialog({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { t } = useTranslation()
  const [successor, setSuccessor] = useState<Person | null>(null)
  const [passRoles, setPassRoles] = useState(false)
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState(false)
  const [tried, setTried] = useState(false)
  const { user } = useSession()
  const holdings = useQuery(asked(readHoldings, { params: { id: person.id } }))
  const heirNeeded = successor === null && (holdings.data?.tokens.length ?? 0) > 0
  // Nobody gives roles to themselves, in this way no more than in any other.
  const passes = successor !== null && successor.id !== user.id && passRoles
  const short = reason.trim().length < SHORTEST_REASON
  const save = () =>
    call(deactivatePerson, {
      params: { id: person.id },
      body: {
        reason: reason.trim(),
        successor: successor?.id ?? null,
        passRoles: passes,
      },
    })
  return (
    <FormDialog
      title={t('person.deactivateTitle', { name: person.name })}
      action={t('person.deactivate')}
      danger
      unready={short || heirNeeded}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('person.deactivateText')}</p>
      <Holdings query={holdings} />
      <PersonSelect
        label={t('person.successor')}
        description={t('person.successorHint')}
        placeholder={t('person.noSuccessor')}
        without={person.id}
        error={tried && heirNeeded ? t('person.successorNeeded') : undefined}
        value={successor}
        change={setSuccessor}
      />
      <Checkbox
        label={t('person.passRoles')}
        {...(successor?.id === user.id ? { description: t('person.passRolesSelf') } : {})}
        disabled={successor === null || successor.id === user.id}
        checked={passes}
        onChange={({ currentTarget }) => setPassRoles(currentTarget.checked)}
      />
      <Textarea
        data-autofocus
        label={t('person.reason')}
        description={t('person.reasonHint')}
        error={(left || tried) && short && t('person.reasonShort')}
        required
        withAsterisk={false}
        minLength={SHORTEST_REASON}
        maxLength={500}
        rows={3}
        value={reason}
        onBlur={() => setLeft(reason !== '')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  )
}

function Holdings({ query }: { readonly query: UseQueryResult<AnswerOf<typeof readHoldings>, Error> }) {
  const { t } = useTranslation()
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
