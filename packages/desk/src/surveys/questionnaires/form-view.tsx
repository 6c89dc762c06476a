import type { Question } from '@otklik/model/questionnaires'
import { prepare } from '@otklik/model/questionnaires/answering'
import { showIfText } from '@otklik/model/questionnaires/sentences'
import type { Questionnaire } from '@otklik/model/surveys/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../shared/i18n/index.ts'
import { documentOf } from '../document.ts'
import { formWords } from '../form-words.ts'
import type { SurveyForm } from '../survey-form.ts'

/** A version to read: its pages, questions, answers, and when each is shown. */
export function FormView({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const form = useMemo(() => {
    const prepared = prepare(documentOf(questionnaire))
    return { prepared, words: formWords(prepared, language) }
  }, [questionnaire, language])
  return form.prepared.questionnaire.pages.map((page, index) => (
    <section key={page.code} className="panel stack" aria-label={t('questionnaires.page', { number: index + 1 })}>
      <h2>{form.words.textOf(page.title) || t('questionnaires.page', { number: index + 1 })}</h2>
      {page.showIf && <Shown condition={page.showIf} form={form} />}
      {page.questions.map((question) => (
        <QuestionView key={question.code} question={question} form={form} />
      ))}
    </section>
  ))
}

function Shown({
  condition,
  form,
}: {
  readonly condition: NonNullable<Question['showIf']>
  readonly form: SurveyForm
}) {
  const language = useLanguage()
  return (
    <p className="dim small" style={{ margin: 0 }}>
      {showIfText(condition, form.prepared, language)}
    </p>
  )
}

function QuestionView({ question, form }: { readonly question: Question; readonly form: SurveyForm }) {
  const { t } = useTranslation()
  const { code, type, rows = [], options = [], min, max, showIf } = question
  const { words } = form
  return (
    <div className="stack-tight">
      <h3 style={{ margin: 0 }}>{words.item(code)}</h3>
      {showIf && <Shown condition={showIf} form={form} />}
      <p className="dim small" style={{ margin: 0 }}>
        {t(`editor.type_${type}`)}
        {type === 'scale' && ` ${String(min)}–${String(max)}`}
        {question.required && ` · ${t('editor.required')}`}
      </p>
      {rows.length > 0 && <Entries title={t('editor.rows')} texts={rows.map(({ text }) => words.textOf(text))} />}
      {options.length > 0 && (
        <Entries title={t('editor.options')} texts={options.map(({ text }) => words.textOf(text))} />
      )}
    </div>
  )
}

function Entries({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <ul aria-label={title} style={{ margin: 0 }}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
