import { NativeSelect } from '@mantine/core'
import type { Organisation } from '@otklik/model/access/api'
import { useTranslation } from 'react-i18next'
import { OrganisationSelect } from '../organisations/organisation-select.tsx'
import { grantableRoles } from '../roles/grantable.ts'
import { useWords } from '../roles/words.ts'
import { useSession } from '../session.ts'

/** A role in an organisation, as it is being chosen. */
export interface ChosenRole {
  readonly organisation: Organisation | null
  readonly role: string
}
export const NO_ROLE: ChosenRole = { organisation: null, role: '' }

/** What a call takes; undefined while something is missing. */
export const roleGiven = ({ organisation, role }: ChosenRole): { organisation: number; role: string } | undefined =>
  organisation === null || role === '' ? undefined : { organisation: organisation.id, role }

interface RoleFieldsProps {
  readonly chosen: ChosenRole
  readonly change: (chosen: ChosenRole) => void
  readonly autoFocus?: boolean
}

/** Where and which role: only those that can be held there and that the person at the screen may give. */
export function RoleFields({ chosen: { organisation, role }, change, autoFocus = false }: RoleFieldsProps) {
  const { t } = useTranslation()
  const words = useWords()
  const session = useSession()
  const roles = organisation === null ? [] : grantableRoles(organisation, session)
  const choose = (next: Organisation | null) => {
    const fits = next !== null && grantableRoles(next, session).some((one) => one === role)
    change({ organisation: next, role: fits ? role : '' })
  }
  const hint =
    organisation === null
      ? t('roles.pickOrganisation')
      : roles.length === 0
        ? t('roles.noneFits')
        : words.about(role) || undefined
  return (
    <>
      <OrganisationSelect
        label={t('person.organisation')}
        required
        autoFocus={autoFocus}
        value={organisation}
        change={choose}
        fits={({ closedAt }) => closedAt === null}
      />
      <NativeSelect
        label={t('person.role')}
        {...(hint === undefined ? {} : { description: hint })}
        required
        withAsterisk={false}
        disabled={roles.length === 0}
        value={role}
        data={[{ value: '', label: '–' }, ...roles.map((one) => ({ value: one, label: words.role(one) }))]}
        onChange={({ currentTarget: { value } }) => change({ organisation, role: value })}
      />
    </>
  )
}
