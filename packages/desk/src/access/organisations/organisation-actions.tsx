import { Button } from '@mantine/core'
import { ALL_KINDS, mayStandUnder, PARENT_KINDS } from '@otklik/model/access'
import { type Organisation, reopenOrganisation } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { OrganisationDialog } from './organisation-dialog.tsx'

interface OrganisationActionsProps {
  readonly organisation: Organisation
  readonly choose: (id: number) => void
}
type Doing = 'add' | 'edit' | 'move' | 'close' | 'reopen'

/** What can be done with an organisation. The top of the own part stays where it is: it is someone else's to move. */
export function OrganisationActions({ organisation, choose }: OrganisationActionsProps) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Doing | null>(null)
  const closed = organisation.closedAt !== null
  const top = organisation.above.length === 0
  const kinds = ALL_KINDS.filter((kind) => mayStandUnder(kind, organisation.kind))
  // What stands under the root alone has nowhere else to go.
  const movable = PARENT_KINDS[organisation.kind].some((kind) => kind !== 'system')
  const close = () => setDoing(null)
  const button = (what: Doing, text: string) => (
    <Button variant="default" onClick={() => setDoing(what)}>
      {text}
    </Button>
  )
  return (
    <div className="row no-print" style={{ gap: 8 }}>
      {!closed && kinds.length > 0 && button('add', t('organisations.add'))}
      {!closed && button('edit', t('actions.change'))}
      {!closed && !top && movable && button('move', t('organisations.move'))}
      {!closed && !top && (
        <Button variant="outline" color="red" onClick={() => setDoing('close')}>
          {t('organisations.close')}
        </Button>
      )}
      {closed && button('reopen', t('organisations.reopen'))}
      {doing === 'add' && <OrganisationDialog parent={organisation} kinds={kinds} made={choose} close={close} />}
      {doing === 'edit' && <OrganisationDialog organisation={organisation} close={close} />}
      {doing === 'move' && <MoveDialog organisation={organisation} close={close} />}
      {doing === 'close' && <CloseDialog organisation={organisation} close={close} />}
      {doing === 'reopen' && (
        <ConfirmDialog
          title={t('organisations.reopenTitle')}
          action={t('organisations.reopen')}
          run={() => call(reopenOrganisation, { params: { id: organisation.id } })}
          close={close}
        >
          {t('organisations.reopenText')}
        </ConfirmDialog>
      )}
    </div>
  )
}
