import { readProcedure, reopenSheet, type Sheet } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { isShort, ReasonField } from '../../shared/ui/reason-field.tsx'
import { useRefreshed } from '../refreshed.ts'

interface ReopenDialogProps {
  readonly id: number
  readonly part: Sheet['part']
  readonly close: () => void
}

/** Makes a signed sheet a draft again, for a reason that others will see. */
export function ReopenDialog({ id, part, close }: ReopenDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const refreshed = useRefreshed(readProcedure)
  const save = () => refreshed(() => call(reopenSheet, { params: { id, part }, body: { reason: reason.trim() } }))
  return (
    <FormDialog
      title={t('certifying.reopenSheet')}
      action={t('certifying.reopenSheet')}
      unready={isShort(reason)}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <ReasonField
        label={t('objects.reason')}
        short={t('lists.reasonShort')}
        description={t('certifying.reopenHint')}
        tried={tried}
        value={reason}
        change={setReason}
      />
    </FormDialog>
  )
}
