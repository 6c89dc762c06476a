import { Textarea, TextInput } from '@mantine/core'
import {
  closeCase,
  type CriticalCase,
  readCase,
  saveNotice,
  sendNotice,
  signNotice,
} from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { isShort, ReasonField } from '../../shared/ui/reason-field.tsx'
import { useRefreshed } from '../refreshed.ts'

export type CaseEvent = CriticalCase['steps'][number]['event']

interface CaseDialogProps {
  readonly one: CriticalCase
  readonly event: CaseEvent
  readonly close: () => void
}

export function CaseDialog({ one, event, close }: CaseDialogProps) {
  if (event === 'sign') return <SignDialog one={one} close={close} />
  if (event === 'send') return <SendDialog one={one} close={close} />
  if (event === 'close') return <CloseDialog one={one} close={close} />
  return <NoticeDialog one={one} close={close} />
}

type Props = Omit<CaseDialogProps, 'event'>

function NoticeDialog({ one, close }: Props) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readCase)
  const { values, set } = useFields({ endsOn: one.notice?.endsOn ?? '', text: one.notice?.text ?? '' })
  const save = () => refreshed(() => call(saveNotice, { params: { id: one.id }, body: values }))
  return (
    <FormDialog title={t('criticalCase.step_edit')} action={t('actions.save')} save={save} close={close}>
      <TextInput
        type="date"
        label={t('criticalCase.endsOn')}
        description={t('criticalCase.endsOnHint')}
        required
        max={one.validTo}
        value={values.endsOn}
        onChange={({ currentTarget }) => set('endsOn', currentTarget.value)}
      />
      <Textarea
        label={t('criticalCase.noticeText')}
        description={t('criticalCase.noticeTextHint')}
        maxLength={10_000}
        rows={5}
        value={values.text}
        onChange={({ currentTarget }) => set('text', currentTarget.value)}
      />
    </FormDialog>
  )
}

function SignDialog({ one, close }: Props) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readCase)
  const save = () => refreshed(() => call(signNotice, { params: { id: one.id } }))
  return (
    <FormDialog
      title={t('criticalCase.step_sign')}
      action={t('criticalCase.step_sign')}
      danger
      save={save}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('criticalCase.means_sign')}</p>
    </FormDialog>
  )
}

function SendDialog({ one, close }: Props) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readCase)
  const { values, set } = useFields({ to: one.authority ?? '', letter: '' })
  const save = () => refreshed(() => call(sendNotice, { params: { id: one.id }, body: values }))
  return (
    <FormDialog title={t('criticalCase.step_send')} action={t('criticalCase.step_send')} save={save} close={close}>
      {(['to', 'letter'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`certifying.send_${field}`)}
          required
          maxLength={500}
          value={values[field]}
          onChange={({ currentTarget }) => set(field, currentTarget.value)}
        />
      ))}
    </FormDialog>
  )
}

function CloseDialog({ one, close }: Props) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readCase)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const save = () => refreshed(() => call(closeCase, { params: { id: one.id }, body: { reason: reason.trim() } }))
  return (
    <FormDialog
      title={t('criticalCase.step_close')}
      action={t('criticalCase.step_close')}
      unready={isShort(reason)}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <ReasonField
        label={t('objects.reason')}
        short={t('lists.reasonShort')}
        description={t('criticalCase.means_close')}
        tried={tried}
        value={reason}
        change={setReason}
      />
    </FormDialog>
  )
}
