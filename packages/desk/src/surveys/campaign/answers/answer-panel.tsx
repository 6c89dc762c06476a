import type { Campaign, SurveyAnswer } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../shared/i18n/index.ts'
import { SidePanel } from '../../../shared/ui/dialog.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Waiting } from '../../../shared/ui/states.tsx'
import type { FormWords } from '../../form-words.ts'
import { useSurveyForm } from '../../survey-form.ts'

interface AnswerPanelProps {
  readonly campaign: Campaign
  readonly answer: SurveyAnswer
  readonly close: () => void
}

/** One person's answers, question by question, in the version they were given to. */
export function AnswerPanel({ campaign, answer, close }: AnswerPanelProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const form = useSurveyForm(campaign.questionnaire.code, answer.version)
  const title = t('answers.dayHour', { day: format.day(answer.day), hour: answer.hour })
  return (
    <SidePanel title={title} close={close}>
      {form === undefined ? <Waiting /> : <Facts facts={factsOf(answer, form.words)} />}
    </SidePanel>
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Answers to a matrix stand under their rows. */
function factsOf({ answers, other }: SurveyAnswer, words: FormWords) {
  const said = (code: string, value: unknown): string => {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    return values.map((one) => (one === true ? '✓' : words.option(code, String(one)))).join('; ')
  }
  return Object.entries(answers).flatMap(([code, value]) => {
    if (isRecord(value))
      return Object.entries(value).map(([row, point]) => ({
        name: `${words.item(code)} – ${words.item(`${code}.${row}`)}`,
        value: said(`${code}.${row}`, point),
      }))
    const text = typeof other[code] === 'string' ? `: ${other[code]}` : ''
    return [{ name: words.item(code), value: `${said(code, value)}${text}` }]
  })
}
