import { Textarea, TextInput, type TextInputProps } from '@mantine/core'
import type { OrganisationKind } from '@otklik/model/access'
import type { OrganisationFields } from '@otklik/model/access/api'
import { useTranslation } from 'react-i18next'
import { RegionSelect } from '../../register/region-select.tsx'
import { ZoneSelect } from '../../register/zone-select.tsx'
import { AuthoritySelect } from './authority-select.tsx'
import { OfficeInput } from './office-input.tsx'

interface OrganisationFormFieldsProps {
  readonly kind: OrganisationKind
  readonly values: OrganisationFields
  readonly set: <K extends keyof OrganisationFields>(field: K, value: OrganisationFields[K]) => void
  readonly authorityName: string | null
}

/** Those that see whole regions or everything have no services of their own. */
const ABOVE_SERVICES: readonly OrganisationKind[] = ['system', 'ministry', 'analytical_centre', 'region']
const NAMED_BY_REQUESTS: readonly OrganisationKind[] = ['office', 'mfc', 'institution']

const LONGEST = { shortName: 200, ogrn: 13, address: 500, phone: 100, mail: 254 } as const

export function OrganisationFormFields({ kind, values, set, authorityName }: OrganisationFormFieldsProps) {
  const { t } = useTranslation()
  // An emptied field is an absent value; spaces inside are the person's own until the form is sent.
  const line = (field: keyof typeof LONGEST, more: TextInputProps = {}) => (
    <TextInput
      label={t(`organisations.${field}`)}
      maxLength={LONGEST[field]}
      value={values[field] ?? ''}
      onChange={({ currentTarget: { value } }) => set(field, value.trimStart() === '' ? null : value.trimStart())}
      {...more}
    />
  )
  const services = !ABOVE_SERVICES.includes(kind) && kind !== 'office'
  const named = NAMED_BY_REQUESTS.includes(kind)
  return (
    <>
      <Textarea
        data-autofocus
        label={t('organisations.name')}
        required
        withAsterisk={false}
        rows={3}
        maxLength={1000}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      {line('shortName')}
      {(services || values.authority !== null) && (
        <AuthoritySelect
          value={values.authority}
          name={authorityName}
          change={(authority) => set('authority', authority)}
        />
      )}
      {(named || values.office !== null) && (
        <OfficeInput value={values.office} change={(office) => set('office', office)} />
      )}
      <RegionSelect
        label={t('organisations.region')}
        description={t(kind === 'region' ? 'organisations.regionHint_region' : 'organisations.regionHint_other')}
        none={t('organisations.regionAbove')}
        value={values.region}
        change={(region) => set('region', region)}
      />
      <ZoneSelect none={t('organisations.zoneHint')} value={values.zone} change={(zone) => set('zone', zone)} />
      {line('ogrn', {
        description: t('organisations.ogrnHint'),
        pattern: '\\d{13}',
        inputMode: 'numeric',
        title: t('organisations.ogrnHint'),
      })}
      {line('address')}
      {line('phone', { type: 'tel' })}
      {line('mail', { type: 'email' })}
    </>
  )
}
