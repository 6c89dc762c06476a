import type { Condition } from '@otklik/model/questionnaires'
import { conditionText } from '@otklik/model/questionnaires/sentences'
import type { Campaign } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { useFormat, useLanguage } from '../../../shared/i18n/index.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { languageName } from '../../language-name.ts'
import { useSurveyForm } from '../../survey-form.ts'

/** The campaign's address and terms. */
export function CampaignFacts({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join('; ')
  const act = ({ by, at }: { by: string; at: string }) => `${format.moment(at)}, ${by}`
  return (
    <section className="panel stack" aria-label={t('campaign.terms')}>
      <h2>{t('campaign.terms')}</h2>
      <Facts
        facts={[
          {
            name: t('campaign.url'),
            value: (
              <a href={campaign.url} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
                {campaign.url}
              </a>
            ),
          },
          { name: t('campaign.services'), value: names(campaign.services) || t('campaign.allServices') },
          { name: t('campaign.offices'), value: names(campaign.offices) || t('campaign.allOffices') },
          { name: t('surveys.languages'), value: campaign.languages.map(languageName).join(', ') },
          { name: t('surveys.target'), value: campaign.target === null ? null : format.count(campaign.target) },
          ...Object.entries(campaign.parameters).map(([name, value]) => ({
            name: t('surveys.parameter', { name }),
            value,
          })),
          { name: t('campaign.started'), value: campaign.started && act(campaign.started) },
          {
            name: t('campaign.ended'),
            value: campaign.ended && `${act(campaign.ended)} – ${t(`campaign.why_${campaign.ended.why}`)}`,
          },
          { name: t('campaign.note'), value: campaign.ended?.note },
        ]}
      />
      {campaign.quotas.length > 0 && <Quotas campaign={campaign} />}
    </section>
  )
}

function Quotas({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const form = useSurveyForm(campaign.questionnaire.code, campaign.questionnaire.version)
  // The server has read what it keeps as a condition.
  const sentence = (condition: unknown) => form && conditionText(condition as Condition, form.prepared, language)
  return (
    <div className="stack-tight">
      <h3 style={{ margin: 0 }}>{t('surveys.quotas')}</h3>
      <ul style={{ margin: 0 }}>
        {campaign.quotas.map(({ title, condition, limit }) => (
          <li key={title}>
            {t('campaign.quota', { title, limit: format.count(limit) })}{' '}
            <span className="dim">{sentence(condition)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
