import { Button } from '@mantine/core'
import { beginDraft, dropDraft, type Questionnaire } from '@otklik/model/surveys/api'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { NewQuestionnaire } from './new-questionnaire.tsx'
import { Trial } from './trial.tsx'

/** What can be done with the questionnaire: try it, copy it, begin or drop a version. */
export function QuestionnaireActions({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { t } = useTranslation()
  const may = useMay()
  const [opened, setOpened] = useState<'copy' | 'begin' | 'drop' | 'try' | null>(null)
  const close = () => setOpened(null)
  const { code, version, mine, inWork } = questionnaire
  const edits = may('surveys.edit')
  return (
    <>
      <Button variant="default" onClick={() => setOpened('try')}>
        {t('questionnaires.try')}
      </Button>
      {edits && (
        <Button variant="default" onClick={() => setOpened('copy')}>
          {t('questionnaires.copy')}
        </Button>
      )}
      {edits && mine && inWork === null && (
        <Button onClick={() => setOpened('begin')}>{t('questionnaires.begin')}</Button>
      )}
      {edits && mine && inWork !== null && (
        <Button variant="outline" color="red" onClick={() => setOpened('drop')}>
          {t('questionnaires.drop')}
        </Button>
      )}
      {opened === 'try' && <Trial code={code} version={version} close={close} />}
      {opened === 'copy' && <NewQuestionnaire from={questionnaire} close={close} />}
      {opened === 'begin' && <Begin code={code} close={close} />}
      {opened === 'drop' && <Drop questionnaire={questionnaire} close={close} />}
    </>
  )
}

function Begin({ code, close }: { readonly code: string; readonly close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const begin = async () => {
    await call(beginDraft, { params: { code } })
    await navigate({ to: '/questionnaires/$questionnaire', params: { questionnaire: code }, search: sliceOf })
  }
  return (
    <ConfirmDialog title={t('questionnaires.begin')} action={t('questionnaires.begin')} run={begin} close={close}>
      {t('questionnaires.beginText')}
    </ConfirmDialog>
  )
}

function Drop({ questionnaire, close }: { readonly questionnaire: Questionnaire; readonly close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { code, versions } = questionnaire
  const drop = async () => {
    await call(dropDraft, { params: { code } })
    // A questionnaire without other versions is gone with its draft.
    if (versions.length > 1)
      await navigate({ to: '/questionnaires/$questionnaire', params: { questionnaire: code }, search: sliceOf })
    else await navigate({ to: '/questionnaires', search: sliceOf })
  }
  return (
    <ConfirmDialog title={t('questionnaires.drop')} action={t('questionnaires.drop')} danger run={drop} close={close}>
      {t(versions.length > 1 ? 'questionnaires.dropText' : 'questionnaires.dropAllText')}
    </ConfirmDialog>
  )
}
