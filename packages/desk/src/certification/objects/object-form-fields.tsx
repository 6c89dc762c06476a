import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ObjectFields } from '@otklik/model/certification/api'
import type { RegisteredService } from '@otklik/model/register/api'
import { ALL_OBJECT_KINDS, categoryOf } from '@otklik/model/certification'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionSelect } from '../../register/region-select.tsx'
import { AuthorityNameSelect } from '../authority-name-select.tsx'
import { useListWords } from '../lists/list-words.ts'
import { CertificateFields } from './certificate-fields.tsx'
import type { WrongFields } from './object-checks.ts'
import { ServiceSelect } from './service-select.tsx'

export interface ObjectFormFieldsProps {
  readonly values: ObjectFields
  readonly set: <K extends keyof ObjectFields>(field: K, value: ObjectFields[K]) => void
  readonly wrong: WrongFields
  /** The form was tried to be sent. */
  readonly tried: boolean
}

export function ObjectFormFields({ values, set, wrong, tried }: ObjectFormFieldsProps) {
  const { t } = useTranslation()
  const words = useListWords()
  const [left, setLeft] = useState(false)
  const error = (field: keyof ObjectFields) => {
    const found = wrong[field]
    return tried && found !== undefined ? t(`objects.${found}`) : undefined
  }
  const tool = categoryOf(values.kind) === 'сервис'
  /** What the register knows need not be typed again; what is typed already stays. */
  const stand = (service: RegisteredService | null) => {
    set('service', service?.id ?? null)
    if (service === null) return
    if (values.name.trim() === '') set('name', service.name)
    if (values.authority === null) set('authority', service.authority)
    if (values.region === null) set('region', service.region)
  }
  return (
    <>
      <NativeSelect
        data-autofocus
        label={t('lists.kind')}
        value={values.kind}
        data={ALL_OBJECT_KINDS.map((kind) => ({ value: kind, label: words.kind(kind) }))}
        onChange={({ currentTarget: { value } }) =>
          set('kind', ALL_OBJECT_KINDS.find((kind) => kind === value) ?? values.kind)
        }
      />
      <ServiceSelect value={values.service} change={stand} />
      <Textarea
        label={t('lists.name')}
        error={error('name')}
        rows={3}
        maxLength={1000}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      <AuthorityNameSelect
        label={t('objects.authority')}
        description={t('objects.authorityHint')}
        placeholder={t('lists.noAuthority')}
        value={values.authority}
        change={(authority) => set('authority', authority)}
      />
      <RegionSelect
        label={t('filters.region')}
        none={t('service.federal')}
        value={values.region}
        change={(region) => set('region', region)}
      />
      <TextInput
        type="url"
        label={t('lists.address')}
        description={t(tool ? 'objects.addressNeeded' : 'objects.addressHint')}
        error={error('address') ?? (left && wrong.address === 'badAddress' ? t('objects.badAddress') : undefined)}
        maxLength={2000}
        value={values.address ?? ''}
        onBlur={() => setLeft(true)}
        onChange={({ currentTarget: { value } }) => set('address', value.trim() === '' ? null : value.trim())}
      />
      <CertificateFields values={values} set={set} error={error} />
    </>
  )
}
