import { Button } from '@mantine/core'
import { type Receipt, withdrawPackage } from '@otklik/model/exchange/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { isShort, ReasonField } from '../../shared/ui/reason-field.tsx'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

/** The button that takes a package back, for those who may, while its rows count. */
export function WithdrawPackage({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const isIn = receipt.state === 'accepted' || receipt.state === 'partly'
  if (!isIn || !may(withdrawPackage)) return null
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('receipt.withdraw')}
      </Button>
      {open && <WithdrawDialog receipt={receipt} close={() => setOpen(false)} />}
    </div>
  )
}

function WithdrawDialog({ receipt, close }: { readonly receipt: Receipt; readonly close: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const save = () => call(withdrawPackage, { params: { id: receipt.id }, body: { reason: reason.trim() } })
  return (
    <FormDialog
      title={t('receipt.withdrawTitle', { id: receipt.id })}
      action={t('receipt.withdraw')}
      danger
      unready={isShort(reason)}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('receipt.withdrawText')}</p>
      <ReasonField
        label={t('receipt.withdrawReason')}
        description={t('receipt.withdrawReasonHint')}
        short={t('receipt.withdrawReasonShort')}
        tried={tried}
        value={reason}
        change={setReason}
      />
    </FormDialog>
  )
}
