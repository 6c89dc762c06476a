import { type CampaignLink, closeLink, openLink } from '@otklik/model/surveys/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../shared/api/call.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { FormDialog } from '../../../shared/ui/form-dialog.tsx'
import { isShort, ReasonText } from '../../reason-text.tsx'

interface LinkDialogProps {
  readonly campaign: string
  readonly link: CampaignLink
  readonly close: () => void
}

/** Closes one link with a reason, or opens a closed one. */
export function LinkDialog({ campaign, link, close }: LinkDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const params = { code: campaign, link: link.code }
  if (link.state === 'closed')
    return (
      <ConfirmDialog
        title={t('campaign.link_closed')}
        action={t('campaign.link_closed')}
        run={() => call(openLink, { params })}
        close={close}
      >
        {t('campaign.openLinkText', { reason: link.closed?.reason ?? '' })}
      </ConfirmDialog>
    )
  return (
    <FormDialog
      title={t('campaign.closeLinkTitle')}
      action={t('campaign.link_open')}
      unready={isShort(reason)}
      refused={() => setTried(true)}
      save={() => call(closeLink, { params, body: { reason } })}
      close={close}
    >
      <ReasonText tried={tried} description={t('campaign.closeLinkText')} value={reason} change={setReason} />
    </FormDialog>
  )
}
