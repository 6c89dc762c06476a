import { grantRole, moveRole, type Person, readOrganisation } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useWords } from '../roles/words.ts'
import type { Held } from './person-roles.tsx'
import { type ChosenRole, NO_ROLE, RoleFields, roleGiven } from './role-fields.tsx'

interface RoleDialogProps {
  readonly person: Person
  /** The role that the new one takes the place of; null: a further role. */
  readonly held: Held | null
  readonly close: () => void
}

/** Gives a role, or moves the person from one to another. */
export function RoleDialog({ person, held, close }: RoleDialogProps) {
  const { t } = useTranslation()
  const words = useWords()
  const [changed, setChanged] = useState<ChosenRole | null>(null)
  const now = useQuery({
    ...asked(readOrganisation, { params: { id: held?.organisation.id ?? 0 } }),
    enabled: held !== null,
  })
  // One usually moves either to another place in the same role, or to another role in the same place.
  const before: ChosenRole =
    held === null || now.data === undefined ? NO_ROLE : { organisation: now.data, role: held.role }
  const chosen = changed ?? before
  const role = roleGiven(chosen)
  const same = held !== null && role?.organisation === held.organisation.id && role.role === held.role
  const save = () => {
    const body = role ?? { organisation: 0, role: '' }
    return held === null
      ? call(grantRole, { params: { id: person.id }, body })
      : call(moveRole, { params: { id: person.id, membership: held.id }, body })
  }
  return (
    <FormDialog
      title={
        held === null
          ? t('person.grantTitle', { name: person.name })
          : t('person.moveTitle', { role: words.role(held.role) })
      }
      action={t(held === null ? 'person.grant' : 'person.move')}
      unready={role === undefined || same}
      save={save}
      close={close}
    >
      {held !== null && (
        <p className="dim" style={{ margin: 0 }}>
          {t('person.moveText')}
        </p>
      )}
      <RoleFields chosen={chosen} change={setChanged} autoFocus />
    </FormDialog>
  )
}
