import { listRegions, type Region, saveRegion } from '@otklik/model/register/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import type { Column } from '../shared/table/columns.ts'
import { useFields } from './fields.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { RegisterList } from './register-list.tsx'
import { useRegister } from './use-register.ts'
import { ZoneSelect } from './zone-select.tsx'
import { offsetOf } from './zones.ts'

const keyOf = ({ id }: Region): string => id
const nameOf = ({ name }: Region): string => name

export function Regions() {
  const { t } = useTranslation()
  const { answer, files } = useRegister(listRegions)
  const columns = useMemo(
    (): Column<Region>[] => [
      { id: 'name', title: t('fields.region'), wide: true, value: nameOf },
      { id: 'id', title: t('service.code'), figures: true, value: keyOf },
      { id: 'oktmo', title: t('register.oktmo'), figures: true, value: ({ oktmo }) => oktmo },
      {
        id: 'zone',
        title: t('fields.zone'),
        value: ({ zone }) => zone,
        show: ({ zone }) => `${zone} (${offsetOf(zone, new Date())})`,
      },
    ],
    [t],
  )
  return (
    <RegisterList
      kind="regions"
      query={answer}
      columns={columns}
      rowKey={keyOf}
      nameOf={nameOf}
      files={files}
      edit={(row, close) => <RegionDrawer region={row} close={close} />}
    />
  )
}

function RegionDrawer({ region, close }: { readonly region: Region; readonly close: () => void }) {
  const given = { zone: region.zone }
  const { values, set } = useFields(given)
  const save = () => call(saveRegion, { params: { id: region.id }, body: { ...values, seen: given } })
  return (
    <RecordDrawer kind="regions" id={region.id} title={region.name} close={close} save={save}>
      <ZoneSelect value={values.zone} change={(zone) => set('zone', zone ?? values.zone)} />
    </RecordDrawer>
  )
}
