import type { Questionnaire as Document } from '@otklik/model/questionnaires'
import type { checkDraft } from '@otklik/model/surveys/api'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { AnswerOf } from '@otklik/model/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import classes from './editor.module.css'

export type Check = AnswerOf<typeof checkDraft>
export type Problem = Check['problems'][number]

/** Which part of the document a problem stands at: a question, a page, or the form itself. */
export function placeOf({ pages }: Document, at: string): string {
  const [own = ''] = at.split('.', 1)
  const known = pages.some((page) => page.code === own || page.questions.some(({ code }) => code === own))
  return known ? own : FORM
}
/** The document as a whole, beside its pages and questions. */
export const FORM = ''

export function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const Icon = problem.level === 'error' ? IconAlertCircle : IconAlertTriangle
  return (
    <p className={`${classes.problem} ${classes[problem.level] ?? ''}`}>
      <Icon size={16} aria-label={t(`editor.level_${problem.level}`)} style={{ flex: 'none', alignSelf: 'center' }} />
      <span>{problem.message}</span>
    </p>
  )
}

interface ProblemListProps {
  readonly check: Check
  readonly document: Document
  readonly go: (place: string) => void
}

/** What the check has found, each one a click away from its place. */
export function ProblemList({ check, document, go }: ProblemListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { problems, minutes } = check
  const count = (level: Problem['level']) => problems.filter((one) => one.level === level).length
  return (
    <details>
      <summary>
        {problems.length === 0
          ? t('editor.noProblems')
          : t('editor.problems', { errors: count('error'), warnings: count('warning') })}
        <span className="dim"> {t('editor.minutes', { minutes: format.number(minutes.longest, 1) })}</span>
      </summary>
      <ul className="stack-tight" style={{ listStyle: 'none', padding: 0, marginBottom: 0 }}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.at}`}>
            <button type="button" className={classes.entry} onClick={() => go(placeOf(document, problem.at))}>
              <ProblemLine problem={problem} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
