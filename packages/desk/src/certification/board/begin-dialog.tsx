import { NativeSelect } from '@mantine/core'
import { beginProcedure, type BoardRow } from '@otklik/model/certification/api'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

const MASS = ['by_list', 'federal', 'regional', 'none'] as const

interface BeginDialogProps {
  readonly row: BoardRow
  readonly year: number
  readonly close: () => void
}

/** Begins the certification of an object; which list of mass services it stands in decides on the reception and the term. */
export function BeginDialog({ row: { object, name }, year, close }: BeginDialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [mass, setMass] = useState<(typeof MASS)[number]>('by_list')
  const save = () => call(beginProcedure, { body: { year, object, ...(mass === 'by_list' ? {} : { mass }) } })
  return (
    <FormDialog
      title={t('certifying.beginTitle')}
      action={t('certifying.begin')}
      save={save}
      saved={({ id }) => void navigate({ to: '/certification/$procedure', params: { procedure: String(id) } })}
      close={close}
    >
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>{name}</p>
      <NativeSelect
        label={t('certifying.mass')}
        description={t('certifying.massHint')}
        value={mass}
        data={MASS.map((one) => ({ value: one, label: t(`certifying.mass_${one}`) }))}
        onChange={({ currentTarget: { value } }) => setMass(MASS.find((one) => one === value) ?? 'by_list')}
      />
    </FormDialog>
  )
}
