import { NativeSelect } from '@mantine/core'
import type { OrganisationKind } from '@otklik/model/access'
import { addOrganisation, type Organisation, type OrganisationFields, saveOrganisation } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useWords } from '../roles/words.ts'
import { OrganisationFormFields } from './organisation-form-fields.tsx'

const NEW: OrganisationFields = {
  name: '',
  shortName: null,
  region: null,
  zone: null,
  ogrn: null,
  address: null,
  phone: null,
  mail: null,
  authority: null,
  office: null,
}

type OrganisationDialogProps = { readonly close: () => void } & (
  | { readonly organisation: Organisation; readonly parent?: never; readonly kinds?: never; readonly made?: never }
  | {
      readonly organisation?: never
      /** The one that the new organisation stands under. */
      readonly parent: Organisation
      /** What may stand there; never empty. */
      readonly kinds: readonly OrganisationKind[]
      readonly made: (id: number) => void
    }
)

/** A new organisation, or the fields of one. Its kind is settled once: its people's roles hang on it. */
export function OrganisationDialog({ organisation, parent, kinds = [], made, close }: OrganisationDialogProps) {
  const { t } = useTranslation()
  const words = useWords()
  const [kind, setKind] = useState<OrganisationKind>(organisation?.kind ?? kinds[0] ?? 'office')
  const { values, set } = useFields<OrganisationFields>(organisation === undefined ? NEW : fieldsOf(organisation))
  const save = () =>
    parent === undefined
      ? call(saveOrganisation, { params: { id: organisation.id }, body: values })
      : call(addOrganisation, { body: { parent: parent.id, kind, ...values } })
  const title =
    parent === undefined
      ? t('organisations.editTitle', { name: organisation.shortName ?? organisation.name })
      : t('organisations.addTitle', { name: parent.shortName ?? parent.name })
  return (
    <FormDialog title={title} action={t('actions.save')} side save={save} saved={({ id }) => made?.(id)} close={close}>
      {parent !== undefined && (
        <NativeSelect
          label={t('organisations.kind')}
          value={kind}
          data={kinds.map((one) => ({ value: one, label: words.kind(one) }))}
          onChange={({ currentTarget: { value } }) => setKind(kinds.find((one) => one === value) ?? kind)}
        />
      )}
      <OrganisationFormFields
        kind={kind}
        values={values}
        set={set}
        authorityName={organisation?.authorityName ?? null}
      />
    </FormDialog>
  )
}

const fieldsOf = (given: Organisation): OrganisationFields => ({
  name: given.name,
  shortName: given.shortName,
  region: given.region,
  zone: given.zone,
  ogrn: given.ogrn,
  address: given.address,
  phone: given.phone,
  mail: given.mail,
  authority: given.authority,
  office: given.office,
})
