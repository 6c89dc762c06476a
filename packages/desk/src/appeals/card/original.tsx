import { Button, Textarea } from '@mantine/core'
import { type AppealCard, type AppealContact, readAppealOriginal } from '@otklik/model/appeals/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

/** The way to what was really written: for a reason, which stays in the audit. */
export function Original({ appeal }: { readonly appeal: AppealCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  if (appeal.erased !== null)
    return <p className="dim small">{t('appeals.erased', { day: format.instant(appeal.erased) })}</p>
  if (!appeal.original || !may('appeals.contacts')) return null
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('appeals.showOriginal')}
      </Button>
      {asking && <AskOriginal id={appeal.id} close={() => setAsking(false)} />}
    </div>
  )
}

function AskOriginal({ id, close }: { readonly id: number; readonly close: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={t('appeals.showOriginal')}
      action={t('appeals.show')}
      close={close}
      save={() => call(readAppealOriginal, { params: { id }, body: { reason } })}
      after={({ text, contact }) => <Shown text={text} contact={contact} />}
    >
      <Textarea
        data-autofocus
        label={t('appeals.lookReason')}
        description={t('appeals.lookReasonHint')}
        required
        withAsterisk={false}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  )
}

function Shown({ text, contact }: { readonly text: string | null; readonly contact: AppealContact | null }) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <p style={{ margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</p>
      {contact === null ? (
        <p className="dim">{t('appeals.noContact')}</p>
      ) : (
        <Facts
          facts={(['name', 'mail', 'phone', 'address'] as const).map((part) => ({
            name: t(`appeals.contact_${part}`),
            value: contact[part],
          }))}
        />
      )}
    </div>
  )
}
