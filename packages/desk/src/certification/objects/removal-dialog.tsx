import { type CertificationObject, removeObject, restoreObject } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { isShort, ReasonField } from '../../shared/ui/reason-field.tsx'

interface RemovalDialogProps {
  readonly object: CertificationObject
  readonly close: () => void
}

/** Takes an object out of the draft, or puts one back; either way others will see why. */
export function RemovalDialog({ object: { id, name, removed }, close }: RemovalDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [removes] = useState(removed === null)
  const save = () => call(removes ? removeObject : restoreObject, { params: { id }, body: { reason: reason.trim() } })
  return (
    <FormDialog
      title={t(removes ? 'objects.removeTitle' : 'objects.restoreTitle')}
      action={t(removes ? 'objects.removeAction' : 'objects.restoreAction')}
      danger={removes}
      unready={isShort(reason)}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {t(removes ? 'objects.removeText' : 'objects.restoreText', { name })}
      </p>
      <ReasonField
        label={t('objects.reason')}
        description={t('objects.reasonHint')}
        short={t('lists.reasonShort')}
        tried={tried}
        value={reason}
        change={setReason}
      />
    </FormDialog>
  )
}
