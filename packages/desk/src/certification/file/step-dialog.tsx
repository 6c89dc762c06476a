import { TextInput } from '@mantine/core'
import {
  excludeObject,
  fixLevel,
  type ProcedureFile,
  readProcedure,
  returnLevel,
  sendPapers,
  submitLevel,
} from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { isShort, ReasonField } from '../../shared/ui/reason-field.tsx'
import { useRefreshed } from '../refreshed.ts'

type Event = 'submit' | 'return' | 'fix' | 'send' | 'exclude'
const PLAIN = { submit: submitLevel, fix: fixLevel } as const
const REASONED = { return: returnLevel, exclude: excludeObject } as const

interface StepDialogProps {
  readonly file: ProcedureFile
  readonly event: Event
  readonly close: () => void
}

/** One step of the procedure: what it means, what it asks for. */
export function StepDialog({ file, event, close }: StepDialogProps) {
  if (event === 'send') return <SendDialog file={file} close={close} />
  if (event === 'return' || event === 'exclude') return <ReasonDialog id={file.id} event={event} close={close} />
  return <PlainDialog file={file} event={event} close={close} />
}

function PlainDialog({ file, event, close }: Omit<StepDialogProps, 'event'> & { readonly event: keyof typeof PLAIN }) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readProcedure)
  const save = () => refreshed(() => call(PLAIN[event], { params: { id: file.id } }))
  return (
    <FormDialog title={t(`certifying.step_${event}`)} action={t(`certifying.step_${event}`)} save={save} close={close}>
      <p style={{ margin: 0 }}>{t(`certifying.means_${event}`, { level: file.score?.level ?? '–' })}</p>
    </FormDialog>
  )
}

interface ReasonDialogProps {
  readonly id: number
  readonly event: keyof typeof REASONED
  readonly close: () => void
}

function ReasonDialog({ id, event, close }: ReasonDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const refreshed = useRefreshed(readProcedure)
  const save = () => refreshed(() => call(REASONED[event], { params: { id }, body: { reason: reason.trim() } }))
  return (
    <FormDialog
      title={t(`certifying.step_${event}`)}
      action={t(`certifying.step_${event}`)}
      danger={event === 'exclude'}
      unready={isShort(reason)}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <ReasonField
        label={t('objects.reason')}
        short={t('lists.reasonShort')}
        description={t(`certifying.means_${event}`)}
        tried={tried}
        value={reason}
        change={setReason}
      />
    </FormDialog>
  )
}

function SendDialog({ file, close }: Omit<StepDialogProps, 'event'>) {
  const { t } = useTranslation()
  const { values, set } = useFields({ to: file.authority ?? '', responsible: '', letter: '' })
  const refreshed = useRefreshed(readProcedure)
  const save = () => refreshed(() => call(sendPapers, { params: { id: file.id }, body: values }))
  return (
    <FormDialog title={t('certifying.step_send')} action={t('certifying.step_send')} save={save} close={close}>
      <p style={{ margin: 0 }}>{t('certifying.means_send')}</p>
      {(['to', 'responsible', 'letter'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`certifying.send_${field}`)}
          required
          maxLength={field === 'letter' ? 500 : 1000}
          value={values[field]}
          onChange={({ currentTarget }) => set(field, currentTarget.value)}
        />
      ))}
    </FormDialog>
  )
}
