import { TextInput } from '@mantine/core'
import { type Authority, listAuthorities, saveAuthority } from '@otklik/model/register/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import type { Column } from '../shared/table/columns.ts'
import { useFields } from './fields.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { RegionSelect } from './region-select.tsx'
import { RegisterList } from './register-list.tsx'
import { useRegister } from './use-register.ts'

const keyOf = ({ id }: Authority): string => id
const nameOf = ({ name }: Authority): string => name

export function Authorities() {
  const { t } = useTranslation()
  const { answer, files } = useRegister(listAuthorities)
  const columns = useMemo(
    (): Column<Authority>[] => [
      { id: 'name', title: t('fields.name'), wide: true, value: nameOf },
      { id: 'region', title: t('fields.region'), value: ({ region }) => region ?? t('service.federal') },
    ],
    [t],
  )
  return (
    <RegisterList
      kind="authorities"
      query={answer}
      columns={columns}
      rowKey={keyOf}
      nameOf={nameOf}
      files={files}
      edit={(row, close) => <AuthorityDrawer authority={row} close={close} />}
    />
  )
}

function AuthorityDrawer({ authority, close }: { readonly authority: Authority; readonly close: () => void }) {
  const { t } = useTranslation()
  const given = { name: authority.name, region: authority.region }
  const { values, set } = useFields(given)
  const save = () => call(saveAuthority, { params: { id: authority.id }, body: { ...values, seen: given } })
  return (
    <RecordDrawer kind="authorities" id={authority.id} title={authority.name} close={close} save={save}>
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
        none={t('service.federal')}
        value={values.region}
        change={(region) => set('region', region)}
      />
    </RecordDrawer>
  )
}
