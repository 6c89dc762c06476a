import { NativeSelect, Textarea } from '@mantine/core'
import { changePriority } from '@otklik/model/change/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

const GRADES = ['high', 'medium', 'low'] as const

interface PriorityDialogProps {
  readonly id: number
  readonly process: string
  readonly close: () => void
}

/** Puts a person's grade beside the computed one; without a grade it is taken back. */
export function PriorityDialog({ id, process, close }: PriorityDialogProps) {
  const { t } = useTranslation()
  const [grade, setGrade] = useState('high')
  const [reason, setReason] = useState('')
  const priority = GRADES.find((one) => one === grade) ?? null
  return (
    <FormDialog
      title={t('problems.changePriority')}
      action={t('actions.save')}
      save={() => call(changePriority, { params: { id }, body: { process, priority, reason: reason.trim() } })}
      close={close}
    >
      <NativeSelect
        data-autofocus
        label={t('pains.priority')}
        value={grade}
        data={[
          ...GRADES.map((one) => ({ value: one, label: t(`pains.grade_${one}`) })),
          { value: '', label: t('problems.asComputed') },
        ]}
        onChange={({ currentTarget }) => setGrade(currentTarget.value)}
      />
      <Textarea
        label={t('problems.why')}
        description={t('problems.whyHint')}
        required
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  )
}
