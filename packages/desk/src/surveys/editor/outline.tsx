import { Button } from '@mantine/core'
import type { Page, Question } from '@otklik/model/questionnaires'
import { useTranslation } from 'react-i18next'
import { addPage, addQuestion, freshCode, newQuestion } from './edits.ts'
import classes from './editor.module.css'
import { FORM, type Problem, placeOf } from './problems.tsx'
import type { Draft } from './use-draft.ts'

interface OutlineProps {
  readonly draft: Draft
  readonly problems: readonly Problem[]
  readonly chosen: string
  readonly choose: (place: string) => void
}

/** Pages and questions in their order; a mark where the check has found something. */
export function Outline({ draft, problems, chosen, choose }: OutlineProps) {
  const { t } = useTranslation()
  const { document, edit } = draft
  const marks = new Map<string, Problem['level']>()
  for (const { at, level } of problems) {
    const place = placeOf(document, at)
    if (marks.get(place) !== 'error') marks.set(place, level)
  }
  const entry = (place: string, text: string) => ({ place, text, mark: marks.get(place), chosen, choose })
  const pageHere = document.pages.find(
    ({ code, questions }) => code === chosen || questions.some((one) => one.code === chosen),
  )
  const last = pageHere ?? document.pages.at(-1)
  const newOne = () => {
    const question = newQuestion(freshCode(document, 'q'), 'one')
    if (last)
      edit(addQuestion(last.code, question, last.questions.some(({ code }) => code === chosen) ? chosen : undefined))
    choose(question.code)
  }
  const newPage = () => {
    const page: Page = { code: freshCode(document, 'p'), questions: [newQuestion(freshCode(document, 'q'), 'one')] }
    if (last) edit(addPage(page, last.code))
    choose(page.code)
  }
  const textOf = (text: Question['text'] | undefined) => text?.[document.languages[0] ?? 'ru'] ?? ''
  return (
    <nav className="stack-tight" aria-label={t('editor.outline')}>
      <div className={classes.outline}>
        <Entry {...entry(FORM, t('editor.form'))} />
        {document.pages.map((page, index) => (
          <div key={page.code}>
            <Entry {...entry(page.code, textOf(page.title) || t('questionnaires.page', { number: index + 1 }))} />
            {page.questions.map((question) => (
              <Entry
                key={question.code}
                question
                {...entry(
                  question.code,
                  `${question.number ?? question.code}. ${textOf(question.text) || t('editor.noText')}`,
                )}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="row">
        <Button variant="default" onClick={newOne}>
          {t('editor.addQuestion')}
        </Button>
        <Button variant="default" onClick={newPage}>
          {t('editor.addPage')}
        </Button>
      </div>
    </nav>
  )
}

interface EntryProps {
  readonly place: string
  readonly text: string
  readonly mark: Problem['level'] | undefined
  readonly question?: boolean
  readonly chosen: string
  readonly choose: (place: string) => void
}

function Entry({ place, text, mark, question, chosen, choose }: EntryProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={classes.entry}
      data-question={question}
      aria-current={place === chosen}
      onClick={() => choose(place)}
    >
      <span>{text}</span>
      {mark !== undefined && (
        <span className={classes[mark]} title={t(`editor.level_${mark}`)}>
          {mark === 'error' ? '✕' : '▲'}
          <span className="hidden-visually">{t(`editor.level_${mark}`)}</span>
        </span>
      )}
    </button>
  )
}
