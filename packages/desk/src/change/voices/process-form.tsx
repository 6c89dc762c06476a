import { NativeSelect, TextInput } from '@mantine/core'
import { PROCESS_KINDS, type ProcessKind } from '@otklik/model/change'
import { addProcess } from '@otklik/model/change/api'
import { listAuthorities } from '@otklik/model/register/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

const KINDS = ['internal', 'control', 'appeals', 'information', 'function'] as const satisfies readonly ProcessKind[]
const SHOWN = 200

/** A process that no service of the register stands for: of internal clients first of all (003, п. 2.2). */
export function ProcessForm({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<ProcessKind>('internal')
  const [authority, setAuthority] = useState<string | null>(null)
  const { data } = useQuery(asked(listAuthorities, { query: { limit: SHOWN } }))
  return (
    <FormDialog
      title={t('processes.title')}
      action={t('processes.add')}
      unready={name.trim() === ''}
      save={() => call(addProcess, { body: { name, kind, authority } })}
      close={close}
    >
      <TextInput
        data-autofocus
        label={t('processes.name')}
        description={t('processes.hint')}
        required
        maxLength={500}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <NativeSelect
        label={t('processes.kind')}
        value={kind}
        data={KINDS.map((one) => ({ value: one, label: PROCESS_KINDS[one] }))}
        onChange={({ currentTarget }) => setKind(KINDS.find((one) => one === currentTarget.value) ?? 'internal')}
      />
      <NativeSelect
        label={t('processes.authority')}
        value={authority ?? ''}
        data={[
          { value: '', label: t('processes.noAuthority') },
          ...(data?.rows ?? []).map((one) => ({ value: one.name, label: one.name })),
        ]}
        onChange={({ currentTarget: { value } }) => setAuthority(value || null)}
      />
    </FormDialog>
  )
}
