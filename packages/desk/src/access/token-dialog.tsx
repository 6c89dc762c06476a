import { Button, TextInput } from '@mantine/core'
import { issueToken, listSuppliers, type Supplier } from '@otklik/model/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { Dialog } from '../shared/ui/dialog.tsx'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'

/** Issues a key and shows it this once. */
export function TokenDialog({ supplier, close }: { readonly supplier: Supplier; readonly close: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [label, setLabel] = useState('')
  const [until, setUntil] = useState('')
  const issue = useMutation({
    mutationFn: () => {
      const expiresAt = until === '' ? {} : { expiresAt: new Date(`${until}T23:59:59`).toISOString() }
      return call(issueToken, { params: { code: supplier.code }, body: { label: label.trim(), ...expiresAt } })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [listSuppliers.path] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    issue.mutate()
  }
  return (
    <Dialog title={t('tokens.issueTitle', { name: supplier.name })} close={close} keep={issue.data !== undefined}>
      {issue.data ? (
        <IssuedToken token={issue.data.token} close={close} />
      ) : (
        <form className="stack" onSubmit={submit}>
          {issue.isError && <FormTrouble error={issue.error} />}
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
          <TextInput
            type="date"
            label={t('tokens.expiresAt')}
            description={t('tokens.expiresHint')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <div className="row">
            <Button type="submit" loading={issue.isPending}>
              {t('tokens.issue')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('actions.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

function IssuedToken({ token, close }: { readonly token: string; readonly close: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(token)
    setCopied(true)
  }
  return (
    <div className="stack">
      <p style={{ margin: 0 }} role="status">
        {t('tokens.once')}
      </p>
      <TextInput
        label={t('tokens.token')}
        readOnly
        value={token}
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <div className="row">
        <Button onClick={() => void copy()}>{t(copied ? 'actions.copied' : 'actions.copy')}</Button>
        <Button variant="default" onClick={close}>
          {t('actions.close')}
        </Button>
      </div>
    </div>
  )
}
