import { NativeSelect, NumberInput, Select } from '@mantine/core'
import { readFilters } from '@otklik/model/progress/api'
import { listNorms, type Norm, type NormFields, saveNorm } from '@otklik/model/register/api'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { asked } from '../shared/api/queries.ts'
import { useFormat } from '../shared/i18n/index.ts'
import type { Column } from '../shared/table/columns.ts'
import { useFields } from './fields.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { RegisterList } from './register-list.tsx'
import { useRegister } from './use-register.ts'

const UNITS = ['minutes', 'hours', 'working_days', 'calendar_days'] as const
const MEASURES = ['queue', 'registration', 'service_term', 'interdepartmental_reply', 'hand_over'] as const
/** Those that may be set for one service; the service term's norm stands with the service. */
const OWN_MEASURES = ['queue', 'registration', 'interdepartmental_reply', 'hand_over'] as const
const keyOf = ({ id }: Norm): string => id

/** A measure in words; one that the catalogue does not know under its own name. */
function useMeasureName(): (measure: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (measure) => {
      const known = MEASURES.find((one) => one === measure)
      return known === undefined ? measure : t(`register.measure_${known}`)
    },
    [t],
  )
}

export function Norms() {
  const { t } = useTranslation()
  const format = useFormat()
  const measureName = useMeasureName()
  const { answer, files } = useRegister(listNorms)
  const nameOf = useCallback(
    ({ measure, service }: Norm) => [measureName(measure), service].filter(Boolean).join(', '),
    [measureName],
  )
  const columns = useMemo(
    (): Column<Norm>[] => [
      { id: 'measure', title: t('register.measure'), wide: true, value: ({ measure }) => measureName(measure) },
      { id: 'service', title: t('filters.service'), value: ({ service }) => service ?? t('register.everyService') },
      {
        id: 'value',
        title: t('register.norm'),
        figures: true,
        value: ({ value }) => value,
        show: ({ value }) => format.count(value),
      },
      { id: 'unit', title: t('register.unit'), value: ({ unit }) => t(`register.unit_${unit}`) },
    ],
    [t, format, measureName],
  )
  return (
    <RegisterList
      kind="norms"
      query={answer}
      columns={columns}
      rowKey={keyOf}
      nameOf={nameOf}
      files={files}
      edit={(row, close) => <NormDrawer norm={row} title={nameOf(row)} close={close} />}
      add={(close) => <NewNorm close={close} />}
    />
  )
}

interface NormDrawerProps {
  readonly norm: Norm
  readonly title: string
  readonly close: () => void
}

function NormDrawer({ norm, title, close }: NormDrawerProps) {
  const given = { value: norm.value, unit: norm.unit }
  const { values, set } = useFields(given)
  const save = () => call(saveNorm, { params: { id: norm.id }, body: { ...values, seen: given } })
  return (
    <RecordDrawer kind="norms" id={norm.id} title={title} close={close} save={save}>
      <NormValue values={values} set={set} />
    </RecordDrawer>
  )
}

/** A service's own norm of a measure: the one for every service stays for the others. */
function NewNorm({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const services = useQuery(asked(readFilters, {}))
  const { values, set } = useFields<NormFields>({ value: 1, unit: 'working_days' })
  const [measure, setMeasure] = useState<string>(OWN_MEASURES[0])
  const [service, setService] = useState<string | null>(null)
  const save = () => call(saveNorm, { params: { id: `${measure}:${service}` }, body: { ...values, seen: null } })
  return (
    <RecordDrawer kind="norms" id={null} title={t('register.newNorm')} close={close} save={save}>
      <NativeSelect
        label={t('register.measure')}
        value={measure}
        data={OWN_MEASURES.map((one) => ({ value: one, label: t(`register.measure_${one}`) }))}
        onChange={({ currentTarget: { value } }) => setMeasure(value)}
      />
      <Select
        label={t('filters.service')}
        required
        withAsterisk={false}
        searchable
        limit={200}
        data={services.data?.services.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={service}
        onChange={setService}
        nothingFoundMessage={t('filters.nothing')}
      />
      <NormValue values={values} set={set} />
    </RecordDrawer>
  )
}

interface NormValueProps {
  readonly values: NormFields
  readonly set: <K extends keyof NormFields>(field: K, value: NormFields[K]) => void
}

function NormValue({ values, set }: NormValueProps) {
  const { t } = useTranslation()
  return (
    <>
      <NumberInput
        label={t('register.norm')}
        required
        withAsterisk={false}
        min={0}
        hideControls
        decimalSeparator=","
        value={values.value}
        onChange={(value) => typeof value === 'number' && set('value', value)}
      />
      <NativeSelect
        label={t('register.unit')}
        value={values.unit}
        data={UNITS.map((unit) => ({ value: unit, label: t(`register.unit_${unit}`) }))}
        onChange={({ currentTarget: { value } }) => set('unit', UNITS.find((unit) => unit === value) ?? values.unit)}
      />
    </>
  )
}
