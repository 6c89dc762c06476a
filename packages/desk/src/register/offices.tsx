import { TextInput } from '@mantine/core'
import { listOffices, type Office, saveOffice } from '@otklik/model/register/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { useFormat } from '../shared/i18n/index.ts'
import type { Column } from '../shared/table/columns.ts'
import { orNull, useFields } from './fields.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { RegionSelect } from './region-select.tsx'
import { RegisterList } from './register-list.tsx'
import { useRegionName } from './use-regions.ts'
import { useRegister } from './use-register.ts'
import { ZoneSelect } from './zone-select.tsx'

const keyOf = ({ id }: Office): string => id
const nameOf = ({ name }: Office): string => name

export function Offices() {
  const { t } = useTranslation()
  const format = useFormat()
  const { answer, files } = useRegister(listOffices)
  const regionName = useRegionName()
  const columns = useMemo(
    (): Column<Office>[] => [
      { id: 'name', title: t('fields.name'), wide: true, value: nameOf },
      { id: 'region', title: t('fields.region'), value: ({ region }) => regionName(region) },
      { id: 'authority', title: t('fields.authority'), wide: true, value: ({ authority }) => authority },
      { id: 'zone', title: t('fields.zone'), value: ({ zone }) => zone ?? t('register.zoneOfRegion') },
      {
        id: 'requests',
        title: t('nav.requests'),
        figures: true,
        value: ({ requests }) => requests,
        show: ({ requests }) => format.count(requests),
      },
    ],
    [t, regionName, format],
  )
  return (
    <RegisterList
      kind="offices"
      query={answer}
      columns={columns}
      rowKey={keyOf}
      nameOf={nameOf}
      files={files}
      edit={(row, close) => <OfficeDrawer office={row} close={close} />}
    />
  )
}

function OfficeDrawer({ office, close }: { readonly office: Office; readonly close: () => void }) {
  const { t } = useTranslation()
  const { id, requests: _, ...given } = office
  const { values, set } = useFields(given)
  const save = () => call(saveOffice, { params: { id }, body: { ...values, seen: given } })
  return (
    <RecordDrawer kind="offices" id={id} title={office.name} close={close} save={save}>
      <TextInput
        label={t('fields.name')}
        required
        withAsterisk={false}
        maxLength={500}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      <RegionSelect
        label={t('fields.region')}
        value={values.region}
        change={(region) => set('region', region ?? values.region)}
      />
      <TextInput
        label={t('fields.authority')}
        value={values.authority ?? ''}
        onChange={({ currentTarget }) => set('authority', orNull(currentTarget.value))}
      />
      <ZoneSelect none={t('register.zoneHint')} value={values.zone} change={(zone) => set('zone', zone)} />
    </RecordDrawer>
  )
}
