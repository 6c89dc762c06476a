import { type Feedback, readFeedback } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { FeedbackContact } from './feedback-contact.tsx'
import { FeedbackPublication } from './feedback-publication.tsx'
import { FeedbackSteps } from './feedback-steps.tsx'

const route = getRouteApi('/desk/feedback/$feedback')

/** One respondent's words, where the answer goes, and what has been answered. */
export function FeedbackCardScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { feedback: id } = route.useParams()
  const query = useQuery(asked(readFeedback, { params: { id } }))
  const { data } = query
  return (
    <Page
      place={
        <Link to="/feedback" search={sliceOf}>
          {t('nav.feedback')}
        </Link>
      }
      title={data ? t('feedback.of', { day: format.day(data.received) }) : t('feedback.one')}
      about={data?.authority.name}
      actions={data && <FeedbackSteps feedback={data} />}
    >
      <Asked query={query} lines={8}>
        {(feedback) => <Card feedback={feedback} />}
      </Asked>
    </Page>
  )
}

function Card({ feedback }: { readonly feedback: Feedback }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { words, state, due, overdue, service, office, campaign, way, allowed, steps } = feedback
  const term = overdue ? t('feedback.overdueSince', { day: format.day(due) }) : format.day(due)
  return (
    <div className="stack">
      <section className="panel stack" aria-label={t('feedback.words')}>
        <p style={{ margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{words}</p>
        <Facts
          facts={[
            { name: t('feedback.state'), value: t(`feedback.state_${state}`) },
            { name: t('feedback.due'), value: state === 'received' || state === 'in_work' ? term : null },
            { name: t('campaign.service'), value: service?.name },
            { name: t('campaign.office'), value: office?.name },
            {
              name: t('campaign.title'),
              value: (
                <Link to="/surveys/$campaign" params={{ campaign: campaign.code }} search={sliceOf}>
                  {campaign.name}
                </Link>
              ),
            },
            { name: t('feedback.way'), value: t(`feedback.way_${way}Long`) },
          ]}
        />
        <FeedbackContact feedback={feedback} />
      </section>
      <section className="panel stack" aria-label={t('feedback.course')}>
        <h2>{t('feedback.course')}</h2>
        {steps.length === 0 && (
          <p className="dim" style={{ margin: 0 }}>
            {t(allowed.length > 0 ? 'feedback.noSteps' : 'feedback.noStepsReader')}
          </p>
        )}
        <ol className="stack" style={{ margin: 0, paddingInlineStart: 0, listStyle: 'none' }}>
          {steps.map((step) => (
            <li key={step.at}>
              <strong>{t(`feedback.state_${step.state}`)}</strong>{' '}
              <span className="dim small">
                {format.moment(step.at)}, {step.by}
              </span>
              <p style={{ margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{step.sentence}</p>
            </li>
          ))}
        </ol>
      </section>
      <FeedbackPublication feedback={feedback} />
    </div>
  )
}
