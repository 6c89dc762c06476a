import { Button, Textarea } from '@mantine/core'
import {
  type Campaign,
  dropCampaign,
  endCampaign,
  pauseCampaign,
  resumeCampaign,
  startCampaign,
} from '@otklik/model/surveys/api'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { CampaignForm } from '../campaigns/campaign-form.tsx'
import { NewerVersion } from './newer-version.tsx'

type Step = 'start' | 'pause' | 'resume'
type Opened = Step | 'edit' | 'end' | 'drop'

const STEPS = { start: startCampaign, pause: pauseCampaign, resume: resumeCampaign } as const
const ORDER = ['start', 'resume', 'pause', 'end', 'edit'] as const

/** What can be done with the campaign now, by this person. */
export function CampaignActions({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const open = ORDER.filter((event) => campaign.allowed.includes(event))
  return (
    <>
      {open.map((event, index) => (
        <Button key={event} {...(index === 0 ? {} : { variant: 'default' })} onClick={() => setOpened(event)}>
          {t(`campaign.event_${event}`)}
        </Button>
      ))}
      {campaign.state === 'draft' && open.includes('edit') && (
        <Button variant="outline" color="red" onClick={() => setOpened('drop')}>
          {t('campaign.drop')}
        </Button>
      )}
      {campaign.state !== 'draft' && open.includes('edit') && <NewerVersion campaign={campaign} />}
      {opened === 'edit' && <CampaignForm campaign={campaign} close={close} />}
      {opened === 'end' && <EndDialog campaign={campaign} close={close} />}
      {opened === 'drop' && <DropDialog campaign={campaign} close={close} />}
      {opened !== null && opened in STEPS && <StepDialog step={stepOf(opened)} campaign={campaign} close={close} />}
    </>
  )
}

const stepOf = (opened: Opened): Step => (opened === 'pause' || opened === 'resume' ? opened : 'start')

interface DialogProps {
  readonly campaign: Campaign
  readonly close: () => void
}

function StepDialog({ step, campaign, close }: DialogProps & { readonly step: Step }) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      title={t(`campaign.event_${step}`)}
      action={t(`campaign.event_${step}`)}
      run={() => call(STEPS[step], { params: { code: campaign.code } })}
      close={close}
    >
      {t(`campaign.text_${step}`)}
    </ConfirmDialog>
  )
}

function EndDialog({ campaign, close }: DialogProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const body = { note: note.trim() === '' ? null : note.trim() }
  return (
    <FormDialog
      title={t('campaign.event_end')}
      action={t('campaign.event_end')}
      danger
      save={() => call(endCampaign, { params: { code: campaign.code }, body })}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('campaign.text_end')}</p>
      <Textarea
        data-autofocus
        label={t('campaign.note')}
        maxLength={2000}
        rows={3}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </FormDialog>
  )
}

function DropDialog({ campaign, close }: DialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const drop = async () => {
    await call(dropCampaign, { params: { code: campaign.code } })
    await navigate({ to: '/surveys', search: sliceOf })
  }
  return (
    <ConfirmDialog title={t('campaign.drop')} action={t('campaign.drop')} danger run={drop} close={close}>
      {t('campaign.dropText')}
    </ConfirmDialog>
  )
}
