import { Button } from '@mantine/core'
import { type Person, withdrawRole } from '@otklik/model/access/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { useWords } from '../roles/words.ts'
import { RoleDialog } from './role-dialog.tsx'

export type Held = Person['memberships'][number]
type Doing = { readonly what: 'grant' } | { readonly what: 'move' | 'withdraw'; readonly held: Held }

/** The roles of a person within the part of the one who looks: give, move, withdraw. */
export function PersonRoles({ person, changes }: { readonly person: Person; readonly changes: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const head = ['role', 'organisation', 'since', ...(changes ? (['actions'] as const) : [])] as const
  return (
    <section className="panel stack" aria-label={t('person.roles')}>
      <div className="row-ends">
        <h2>{t('person.roles')}</h2>
        {changes && (
          <Button variant="default" onClick={() => setDoing({ what: 'grant' })}>
            {t('person.grant')}
          </Button>
        )}
      </div>
      {person.memberships.length === 0 ? (
        <p className="dim" style={{ margin: 0 }}>
          {t('person.noRoles')}
        </p>
      ) : (
        <SmallTable
          title={t('person.roles')}
          titleHidden
          head={head.map((name) => ({ title: t(`person.${name}`) }))}
          rows={person.memberships.map((held) => ({
            key: held.id,
            cells: [
              words.role(held.role),
              <OrganisationLink key="organisation" held={held} />,
              <span key="since" className="num">
                {format.instant(held.since)}
              </span>,
              ...(changes ? [<RoleActions key="actions" held={held} go={setDoing} />] : []),
            ],
          }))}
        />
      )}
      {doing?.what === 'grant' && <RoleDialog person={person} held={null} close={close} />}
      {doing?.what === 'move' && <RoleDialog person={person} held={doing.held} close={close} />}
      {doing?.what === 'withdraw' && <WithdrawDialog person={person} held={doing.held} close={close} />}
    </section>
  )
}

function OrganisationLink({ held: { organisation } }: { readonly held: Held }) {
  return (
    <Link
      to="/organisations"
      search={{ id: String(organisation.id) }}
      style={{ display: 'inline-block', minWidth: 180 }}
    >
      {organisation.name}
    </Link>
  )
}

function RoleActions({ held, go }: { readonly held: Held; readonly go: (doing: Doing) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const named = { role: words.role(held.role), organisation: held.organisation.name }
  return (
    <div className="row" style={{ gap: 6, flexWrap: 'nowrap' }}>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('person.moveOf', named)}
        onClick={() => go({ what: 'move', held })}
      >
        {t('person.move')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('person.withdrawOf', named)}
        onClick={() => go({ what: 'withdraw', held })}
      >
        {t('person.withdraw')}
      </Button>
    </div>
  )
}

interface WithdrawDialogProps {
  readonly person: Person
  readonly held: Held
  readonly close: () => void
}

function WithdrawDialog({ person, held, close }: WithdrawDialogProps) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <ConfirmDialog
      title={t('person.withdrawTitle', { role: words.role(held.role) })}
      action={t('person.withdraw')}
      danger
      run={() => call(withdrawRole, { params: { id: person.id, membership: held.id } })}
      close={close}
    >
      {t('person.withdrawText', { name: person.name, organisation: held.organisation.name })}
    </ConfirmDialog>
  )
}
