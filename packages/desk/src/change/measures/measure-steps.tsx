import { Button, Textarea, TextInput } from '@mantine/core'
import {
  approveMeasure,
  cancelMeasure,
  type MeasureWhole,
  postponeMeasure,
  reportMeasure,
  returnMeasure,
  startMeasure,
  verifyMeasure,
} from '@otklik/model/change/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useToday } from '../use-today.ts'

const STEPS = ['approve', 'start', 'done', 'verify', 'return', 'postpone', 'cancel'] as const
type Step = (typeof STEPS)[number]
const WITH_REASON: readonly Step[] = ['return', 'postpone', 'cancel']

/** What may be done with a measure now; the server says which. */
export function MeasureSteps({ measure }: { readonly measure: MeasureWhole }) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Step | null>(null)
  return (
    <div className="row">
      {STEPS.filter((step) => measure.allowed.includes(step)).map((step, at) => (
        <Button key={step} variant={at === 0 ? 'filled' : 'default'} onClick={() => setDoing(step)}>
          {t(`measures.step_${step}`)}
        </Button>
      ))}
      {doing !== null && <StepDialog measure={measure} step={doing} close={() => setDoing(null)} />}
    </div>
  )
}

interface StepDialogProps {
  readonly measure: MeasureWhole
  readonly step: Step
  readonly close: () => void
}

function StepDialog({ measure, step, close }: StepDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const today = useToday()
  const [day, setDay] = useState(step === 'done' ? today : measure.due)
  return (
    <FormDialog
      title={t(`measures.step_${step}`)}
      action={t(`measures.step_${step}`)}
      danger={step === 'cancel'}
      save={() => take(measure.id, step, { reason: reason.trim(), day })}
      close={close}
    >
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>{measure.text}</p>
      {(step === 'done' || step === 'postpone') && (
        <TextInput
          type="date"
          data-autofocus
          label={t(step === 'done' ? 'measures.doneOn' : 'measures.newDue')}
          required
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
      )}
      {WITH_REASON.includes(step) && (
        <Textarea
          label={t('measures.reason')}
          required
          maxLength={2000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}

interface Given {
  readonly reason: string
  readonly day: string
}

function take(id: number, step: Step, { reason, day }: Given): Promise<MeasureWhole> {
  const params = { id }
  switch (step) {
    case 'approve':
      return call(approveMeasure, { params, body: {} })
    case 'start':
      return call(startMeasure, { params, body: {} })
    case 'done':
      return call(reportMeasure, { params, body: { doneOn: day } })
    case 'verify':
      return call(verifyMeasure, { params, body: {} })
    case 'return':
      return call(returnMeasure, { params, body: { reason } })
    case 'postpone':
      return call(postponeMeasure, { params, body: { due: day, reason } })
    case 'cancel':
      return call(cancelMeasure, { params, body: { reason } })
  }
}
