import { TextInput } from '@mantine/core'
import { invitePerson } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orNull, useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { ShownInvitation } from './shown-invitation.tsx'
import { NO_ROLE, RoleFields, roleGiven } from './role-fields.tsx'

/** Invites a person to a role: the link that lets them in is shown once. */
export function InviteDialog({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const { values, set } = useFields({ name: '', mail: '' })
  const [chosen, setChosen] = useState(NO_ROLE)
  const role = roleGiven(chosen)
  const save = () =>
    call(invitePerson, {
      body: { name: values.name.trim(), mail: orNull(values.mail), ...(role ?? { organisation: 0, role: '' }) },
    })
  return (
    <FormDialog
      title={t('people.inviteTitle')}
      action={t('people.invite')}
      unready={role === undefined}
      save={save}
      close={close}
      after={({ person, invitation }) => <ShownInvitation mail={person.mail} invitation={invitation} close={close} />}
    >
      <TextInput
        data-autofocus
        label={t('people.fullName')}
        description={t('people.fullNameHint')}
        required
        withAsterisk={false}
        maxLength={200}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      <TextInput
        type="email"
        label={t('people.mail')}
        description={t('people.mailHint')}
        maxLength={254}
        value={values.mail}
        onChange={({ currentTarget }) => set('mail', currentTarget.value)}
      />
      <RoleFields chosen={chosen} change={setChosen} />
    </FormDialog>
  )
}
