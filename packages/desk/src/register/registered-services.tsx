import { NativeSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core'
import { listServices, type RegisteredService, saveService, type ServiceFields } from '@otklik/model/register/api'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import type { Column } from '../shared/table/columns.ts'
import { orNull, useFields } from './fields.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { RegisterList } from './register-list.tsx'
import { RegionSelect } from './region-select.tsx'
import { useRegionName } from './use-regions.ts'
import { useRegister } from './use-register.ts'

const KINDS = ['услуга', 'сервис', 'мера поддержки', 'контроль', 'функция'] as const
const UNITS = ['рабочие', 'календарные'] as const

const keyOf = ({ id }: RegisteredService): string => id
/** The service's number alone: the variant's stands in a column of its own. */
const numberOf = ({ id, subservice }: RegisteredService): string =>
  subservice === '' ? id : id.slice(0, -subservice.length - 1)
const nameOf = ({ name }: RegisteredService): string => name

export function RegisteredServices() {
  const { t } = useTranslation()
  const { answer, files } = useRegister(listServices)
  const regionName = useRegionName()
  const columns = useMemo(
    (): Column<RegisteredService>[] => [
      { id: 'name', title: t('fields.name'), wide: true, value: nameOf },
      { id: 'id', title: t('service.number'), value: numberOf },
      { id: 'subservice', title: t('requests.subservice'), value: ({ subservice }) => subservice },
      { id: 'authority', title: t('fields.authority'), wide: true, value: ({ authority }) => authority },
      {
        id: 'region',
        title: t('fields.region'),
        value: ({ region }) => (region === null ? t('service.federal') : regionName(region)),
      },
      { id: 'kind', title: t('fields.kind'), value: ({ kind }) => kind, extra: true },
      {
        id: 'termDays',
        title: t('service.norm'),
        figures: true,
        value: ({ termDays }) => termDays,
        show: ({ termDays, termUnit }) =>
          termDays === null
            ? null
            : `${termDays} ${t(termUnit === 'календарные' ? 'service.calendarDays' : 'service.workingDays', { count: termDays })}`,
      },
      { id: 'termUnit', title: t('fields.termUnit'), value: ({ termUnit }) => termUnit, extra: true },
      { id: 'fee', title: t('fields.fee'), value: ({ fee }) => fee, extra: true },
      {
        id: 'lifeSituations',
        title: t('fields.lifeSituations'),
        value: ({ lifeSituations }) => lifeSituations.join(', '),
        extra: true,
      },
    ],
    [t, regionName],
  )
  return (
    <RegisterList
      kind="services"
      query={answer}
      columns={columns}
      rowKey={keyOf}
      nameOf={nameOf}
      files={files}
      edit={(row, close) => <ServiceDrawer service={row} close={close} />}
      add={(close) => <ServiceDrawer service={null} close={close} />}
    />
  )
}

const NEW: ServiceFields = {
  name: '',
  authority: null,
  region: null,
  kind: null,
  termDays: null,
  termUnit: null,
  fee: null,
  lifeSituations: [],
}

interface ServiceDrawerProps {
  /** Null: a new one. */
  readonly service: RegisteredService | null
  readonly close: () => void
}

function ServiceDrawer({ service, close }: ServiceDrawerProps) {
  const { t } = useTranslation()
  const { id: _, subservice: __, ...given } = service ?? { id: '', subservice: '', ...NEW }
  const { values, set } = useFields<ServiceFields>(given)
  const [number, setNumber] = useState('')
  const save = () =>
    call(saveService, { params: { id: service?.id ?? number }, body: { ...values, seen: service && given } })
  const title = service?.name ?? t('register.newService')
  return (
    <RecordDrawer kind="services" id={service?.id ?? null} title={title} close={close} save={save}>
      {service === null && (
        <TextInput
          label={t('service.number')}
          description={t('register.numberHint')}
          required
          withAsterisk={false}
          pattern="-?[0-9]{1,36}(:.{1,200})?"
          title={t('register.numberHint')}
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value.trim())}
        />
      )}
      <Textarea
        label={t('fields.name')}
        required
        withAsterisk={false}
        rows={3}
        maxLength={1000}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      <TextInput
        label={t('fields.authority')}
        value={values.authority ?? ''}
        onChange={({ currentTarget }) => set('authority', orNull(currentTarget.value))}
      />
      <RegionSelect
        label={t('fields.region')}
        none={t('service.federal')}
        value={values.region}
        change={(region) => set('region', region)}
      />
      <NativeSelect
        label={t('fields.kind')}
        value={values.kind ?? ''}
        data={[{ value: '', label: t('register.notSet') }, ...KINDS]}
        onChange={({ currentTarget: { value } }) => set('kind', KINDS.find((kind) => kind === value) ?? null)}
      />
      <NumberInput
        label={t('fields.termDays')}
        min={0}
        max={3650}
        allowDecimal={false}
        hideControls
        value={values.termDays ?? ''}
        onChange={(value) => set('termDays', typeof value === 'number' ? value : null)}
      />
      <NativeSelect
        label={t('fields.termUnit')}
        value={values.termUnit ?? ''}
        data={[{ value: '', label: t('register.notSet') }, ...UNITS]}
        onChange={({ currentTarget: { value } }) => set('termUnit', UNITS.find((unit) => unit === value) ?? null)}
      />
      <TextInput
        label={t('fields.fee')}
        value={values.fee ?? ''}
        onChange={({ currentTarget }) => set('fee', orNull(currentTarget.value))}
      />
      <TagsInput
        label={t('fields.lifeSituations')}
        description={t('register.tagsHint')}
        value={[...values.lifeSituations]}
        onChange={(list) => set('lifeSituations', list)}
      />
    </RecordDrawer>
  )
}
