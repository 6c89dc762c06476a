import { Button } from '@mantine/core'
import {
  type Campaign,
  compareVersions,
  moveCampaignVersion,
  readCampaign,
  readQuestionnaire,
} from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefreshed } from '../../certification/refreshed.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'

/** Moves a campaign that has begun to the latest published version of its questionnaire, where there is a newer one. */
export function NewerVersion({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const { code, version } = campaign.questionnaire
  const [asking, setAsking] = useState(false)
  const { data } = useQuery(asked(readQuestionnaire, { params: { code }, query: {} }))
  const newer = data?.versions.find((one) => one.state === 'published' && one.version > version)?.version
  if (newer === undefined) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('campaign.moveVersion', { version: newer })}
      </Button>
      {asking && <MoveDialog campaign={campaign} version={newer} close={() => setAsking(false)} />}
    </>
  )
}

interface MoveDialogProps {
  readonly campaign: Campaign
  readonly version: number
  readonly close: () => void
}

/** Says first what will be asked otherwise, and which series the move ends. */
function MoveDialog({ campaign, version, close }: MoveDialogProps) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readCampaign)
  const { code, revision, questionnaire } = campaign
  const versions = { from: questionnaire.version, to: version }
  const difference = useQuery(asked(compareVersions, { params: { code: questionnaire.code }, query: versions }))
  const { questions = [], ended = [] } = difference.data ?? {}
  return (
    <ConfirmDialog
      title={t('campaign.moveVersion', { version })}
      action={t('campaign.move')}
      run={() => refreshed(() => call(moveCampaignVersion, { params: { code }, body: { revision, version } }))}
      close={close}
    >
      <div className="stack-tight">
        <span>{t('campaign.moveText', versions)}</span>
        {difference.data && <span>{t('campaign.moveChanged', { count: questions.length })}</span>}
        {ended.map(({ series, at, message }) => (
          <strong key={`${series} ${at}`}>{message}</strong>
        ))}
      </div>
    </ConfirmDialog>
  )
}
