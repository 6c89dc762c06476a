import { Button } from '@mantine/core'
import { type Questionnaire, type QuestionnaireVersion, withdrawQuestionnaire } from '@otklik/model/surveys/api'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenButton } from '../../certification/objects/open-button.tsx'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { isShort, ReasonText } from '../reason-text.tsx'
import { SurveyState } from '../survey-state.tsx'

const route = getRouteApi('/desk/questionnaires/$questionnaire')

/** The versions of a questionnaire: which is shown, which may be asked, what to compare. */
export function Versions({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [withdrawn, setWithdrawn] = useState<QuestionnaireVersion | null>(null)
  const { versions, version: shown } = questionnaire
  const act = (one: { by: string; at: string } | null) => (one === null ? '' : `${format.moment(one.at)}, ${one.by}`)
  return (
    <section className="panel">
      <SmallTable
        title={t('questionnaires.versions')}
        head={[
          { title: t('questionnaires.versionNumber') },
          { title: t('surveys.state') },
          { title: t('questionnaires.saved') },
          { title: t('questionnaires.publishedAt') },
          { title: t('questionnaires.campaigns'), figures: true },
          { title: t('questionnaires.steps') },
        ]}
        rows={versions.map((one) => ({
          key: String(one.version),
          cells: [
            <VersionLink key="link" version={one.version} shown={shown} />,
            <SurveyState key="state" state={one.state} />,
            act(one.saved),
            act(one.published),
            format.count(one.campaigns),
            <div key="steps" className="row">
              <CompareButton version={one.version} shown={shown} />
              {one.allowed.includes('withdraw') && (
                <Button size="xs" variant="default" onClick={() => setWithdrawn(one)}>
                  {t('questionnaires.withdraw')}
                </Button>
              )}
            </div>,
          ],
        }))}
      />
      {withdrawn !== null && (
        <Withdrawal code={questionnaire.code} version={withdrawn.version} close={() => setWithdrawn(null)} />
      )}
    </section>
  )
}

interface VersionProps {
  readonly version: number
  readonly shown: number
}

function VersionLink({ version, shown }: VersionProps) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const name = t('questionnaires.version', { version })
  if (version === shown) return <strong aria-current="true">{name}</strong>
  return (
    <OpenButton
      name={name}
      open={() => void navigate({ search: (before) => ({ ...before, version: String(version), compare: undefined }) })}
    />
  )
}

function CompareButton({ version, shown }: VersionProps) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  if (version === shown) return null
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() =>
        void navigate({ search: (before) => ({ ...before, compare: String(version) }), resetScroll: false })
      }
    >
      {t('questionnaires.compare', { version: shown })}
    </Button>
  )
}

interface WithdrawalProps {
  readonly code: string
  readonly version: number
  readonly close: () => void
}

function Withdrawal({ code, version, close }: WithdrawalProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <FormDialog
      title={t('questionnaires.withdrawTitle', { version })}
      action={t('questionnaires.withdraw')}
      danger
      unready={isShort(reason)}
      refused={() => setTried(true)}
      save={() => call(withdrawQuestionnaire, { params: { code, version }, body: { reason } })}
      close={close}
    >
      <ReasonText tried={tried} description={t('questionnaires.withdrawText')} value={reason} change={setReason} />
    </FormDialog>
  )
}
