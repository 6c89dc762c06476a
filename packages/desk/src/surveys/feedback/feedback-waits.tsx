import { countFeedback } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'

/** Above the table of surveys: how many authors wait for an answer, and for how many the term is over. */
export function FeedbackWaits() {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const { data } = useQuery(asked(countFeedback, {}))
  if (data === undefined || data.open === 0) return null
  const late = data.overdue > 0
  const text = t(late ? 'feedback.waitsOverdue' : 'feedback.waits', {
    open: format.count(data.open),
    overdue: format.count(data.overdue),
  })
  const content = may('answers.read') ? (
    <Link to="/feedback" search={{ feedbackStand: late ? 'overdue' : 'open' }}>
      {text}
    </Link>
  ) : (
    text
  )
  return <p style={{ margin: 0 }}>{late ? <strong>{content}</strong> : content}</p>
}
