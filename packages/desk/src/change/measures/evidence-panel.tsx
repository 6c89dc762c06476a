import { Button, FileButton, TextInput } from '@mantine/core'
import { addEvidenceFile, addEvidenceLink, downloadEvidence, type MeasureWhole } from '@otklik/model/change/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, urlOf } from '../../shared/api/call.ts'
import { upload } from '../../shared/api/upload.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'

/** Files and links that show what was done. */
export function EvidencePanel({ measure }: { readonly measure: MeasureWhole }) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = measure.own && measure.state !== 'verified' && measure.state !== 'cancelled'
  return (
    <section className="panel stack-tight" aria-label={t('measures.evidence')}>
      <h2>{t('measures.evidence')}</h2>
      {measure.evidenceList.length === 0 && <p style={{ margin: 0 }}>{t('measures.noEvidence')}</p>}
      <ul style={{ margin: 0, paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
        {measure.evidenceList.map(({ id, name, address, size, added }) => (
          <li key={id}>
            <a href={address ?? urlOf(downloadEvidence, { params: { id: measure.id, file: id } })} rel="noreferrer">
              {name}
            </a>
            <span className="dim small">
              {' '}
              {[size === null ? null : format.bytes(size), added.by, format.moment(added.at)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {open && <AddEvidence id={measure.id} />}
    </section>
  )
}

function AddEvidence({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [linking, setLinking] = useState(false)
  const sending = useMutation({
    mutationFn: (file: File) => upload(addEvidenceFile, { params: { id }, query: { name: file.name } }, file),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      {sending.isError && <FormTrouble error={sending.error} />}
      <div className="row no-print">
        <FileButton onChange={(file) => file && sending.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={sending.isPending}>
              {t('measures.addFile')}
            </Button>
          )}
        </FileButton>
        <Button variant="default" onClick={() => setLinking(true)}>
          {t('measures.addLink')}
        </Button>
      </div>
      {linking && <LinkDialog id={id} close={() => setLinking(false)} />}
    </>
  )
}

function LinkDialog({ id, close }: { readonly id: number; readonly close: () => void }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const [address, setAddress] = useState('https://')
  return (
    <FormDialog
      title={t('measures.addLink')}
      action={t('actions.add')}
      unready={title.trim() === ''}
      save={() => call(addEvidenceLink, { params: { id }, body: { title, address } })}
      close={close}
    >
      <TextInput
        data-autofocus
        label={t('measures.linkTitle')}
        required
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <TextInput
        label={t('measures.linkAddress')}
        required
        value={address}
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
      />
    </FormDialog>
  )
}
