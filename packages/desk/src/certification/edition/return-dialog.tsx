import { returnList } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { isShort, ReasonField } from '../../shared/ui/reason-field.tsx'

/** Sends an edition back to those who prepared it, with what is to be mended. */
export function ReturnDialog({ id, close }: { readonly id: number; readonly close: () => void }) {
  const { t } = useTranslation()
  const [remarks, setRemarks] = useState('')
  const [tried, setTried] = useState(false)
  const save = () => call(returnList, { params: { id }, body: { remarks: remarks.trim() } })
  return (
    <FormDialog
      title={t('edition.returnTitle')}
      action={t('edition.returnAction')}
      unready={isShort(remarks)}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <ReasonField
        label={t('edition.remarks')}
        description={t('edition.remarksHint')}
        short={t('lists.reasonShort')}
        tried={tried}
        value={remarks}
        change={setRemarks}
      />
    </FormDialog>
  )
}
