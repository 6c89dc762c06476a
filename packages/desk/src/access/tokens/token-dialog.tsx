import { TextInput } from '@mantine/core'
import { issueToken, type Supplier } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { ShownOnce } from '../../shared/ui/shown-once.tsx'
import { ExpiryField } from './expiry-field.tsx'
import { expiryGiven } from './expiry.ts'

/** Issues a key of a supplier and shows it this once. */
export function TokenDialog({ supplier, close }: { readonly supplier: Supplier; readonly close: () => void }) {
  const { t } = useTranslation()
  const [label, setLabel] = useState('')
  const [until, setUntil] = useState('')
  const body = { label: label.trim(), ...expiryGiven(until) }
  return (
    <FormDialog
      title={t('tokens.issueTitle', { name: supplier.name })}
      action={t('tokens.issue')}
      save={() => call(issueToken, { params: { code: supplier.code }, body })}
      close={close}
      after={({ token }) => <ShownToken token={token} close={close} />}
    >
      <TextInput
        data-autofocus
        label={t('tokens.label')}
        description={t('tokens.labelHint')}
        required
        withAsterisk={false}
        maxLength={200}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <ExpiryField value={until} change={setUntil} />
    </FormDialog>
  )
}

/** A key at the only moment it is seen. */
export function ShownToken({ token, close }: { readonly token: string; readonly close: () => void }) {
  const { t } = useTranslation()
  return (
    <ShownOnce label={t('tokens.token')} value={token} close={close}>
      <p style={{ margin: 0 }}>{t('tokens.once')}</p>
    </ShownOnce>
  )
}
