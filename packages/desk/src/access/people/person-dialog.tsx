import { TextInput } from '@mantine/core'
import { type Person, savePerson } from '@otklik/model/access/api'
import { useTranslation } from 'react-i18next'
import { orNull, useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

/** The name and the mail of a person. */
export function PersonDialog({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { t } = useTranslation()
  const { values, set } = useFields({ name: person.name, mail: person.mail ?? '' })
  const save = () =>
    call(savePerson, { params: { id: person.id }, body: { name: values.name.trim(), mail: orNull(values.mail) } })
  return (
    <FormDialog title={t('person.edit')} action={t('actions.save')} save={save} close={close}>
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
    </FormDialog>
  )
}
