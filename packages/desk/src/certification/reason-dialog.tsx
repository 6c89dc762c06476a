import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../shared/ui/form-dialog.tsx'

interface ReasonDialogProps<T> {
  /** What is done, as on its button. */
  readonly action: string
  readonly danger?: boolean
  readonly save: (reason: string) => Promise<T>
  readonly close: () => void
}

/** Asks why, before something is taken back or declined. */
export function ReasonDialog<T>({ action, danger = false, save, close }: ReasonDialogProps<T>) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={action} action={action} danger={danger} save={() => save(reason)} close={close}>
      <Textarea
        data-autofocus
        label={t('materials.reason')}
        required
        minLength={5}
        maxLength={2000}
        rows={4}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  )
}
