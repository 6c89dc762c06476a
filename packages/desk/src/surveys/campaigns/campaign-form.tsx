import { type Campaign, createCampaign, readCampaign, saveCampaign } from '@otklik/model/surveys/api'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefreshed } from '../../certification/refreshed.ts'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { FormNotice } from '../../shared/ui/form-trouble.tsx'
import { fieldsOf, NEW_CAMPAIGN } from './campaign-fields-of.ts'
import { CampaignFormFields } from './campaign-form-fields.tsx'

interface CampaignFormProps {
  /** As it is now; null: a new one. */
  readonly campaign: Campaign | null
  readonly close: () => void
}

/** What is asked, of whom, until when. Where somebody else was faster, what is typed stays. */
export function CampaignForm({ campaign, close }: CampaignFormProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const refreshed = useRefreshed(readCampaign)
  const { values, set } = useFields(campaign === null ? NEW_CAMPAIGN : fieldsOf(campaign))
  const [tried, setTried] = useState(false)
  const missing = values.name.trim() === '' || values.authority === '' || values.questionnaire.code === ''
  const save = (): Promise<Campaign> =>
    campaign === null
      ? call(createCampaign, { body: values })
      : refreshed(() =>
          call(saveCampaign, { params: { code: campaign.code }, body: { revision: campaign.revision, ...values } }),
        )
  return (
    <FormDialog
      title={campaign?.name ?? t('surveys.createTitle')}
      action={t(campaign === null ? 'surveys.create' : 'actions.save')}
      side
      unready={missing}
      refused={() => setTried(true)}
      save={save}
      saved={({ code }) => {
        if (campaign === null) void navigate({ to: '/surveys/$campaign', params: { campaign: code }, search: sliceOf })
      }}
      close={close}
    >
      {tried && missing && <FormNotice>{t('surveys.formMissing')}</FormNotice>}
      <CampaignFormFields campaign={campaign} values={values} set={set} />
    </FormDialog>
  )
}
