import { prepare } from '@otklik/model/questionnaires/answering'
import { checkDraft, type Questionnaire } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useLanguage } from '../../shared/i18n/index.ts'
import { formWords } from '../form-words.ts'
import type { SurveyForm } from '../survey-form.ts'
import { EditorBar } from './editor-bar.tsx'
import classes from './editor.module.css'
import { FormProperties } from './form-properties.tsx'
import { Outline } from './outline.tsx'
import { PageProperties } from './page-properties.tsx'
import { FORM, placeOf, type Problem, ProblemLine, ProblemList } from './problems.tsx'
import { QuestionProperties } from './question-properties.tsx'
import { type Draft, useDraft } from './use-draft.ts'

/** The draft of a questionnaire: its outline, and the properties of what is chosen there. */
export function Editor({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const draft = useDraft(questionnaire)
  const { code, version } = questionnaire
  const check = useQuery(asked(checkDraft, { params: { code }, query: { version } }))
  const [chosen, choose] = useState(FORM)
  const problems = check.data?.problems ?? []
  const { document } = draft
  const place = placeOf(document, chosen)
  return (
    <>
      <section className="panel stack">
        <EditorBar questionnaire={questionnaire} draft={draft} errors={check.data?.ok === false} />
        {check.data && <ProblemList check={check.data} document={document} go={choose} />}
      </section>
      <div className={classes.columns}>
        <section className="panel">
          <Outline draft={draft} problems={problems} chosen={place} choose={choose} />
        </section>
        <section className="panel stack">
          <ProblemsHere problems={problems.filter(({ at }) => placeOf(document, at) === place)} />
          <Properties draft={draft} place={place} choose={choose} />
        </section>
      </div>
    </>
  )
}

function ProblemsHere({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation()
  if (problems.length === 0) return null
  return (
    <div role="group" aria-label={t('editor.problemsHere')} className="stack-tight">
      {problems.map((problem) => (
        <ProblemLine key={`${problem.code} ${problem.at}`} problem={problem} />
      ))}
    </div>
  )
}

interface PropertiesProps {
  readonly draft: Draft
  readonly place: string
  readonly choose: (place: string) => void
}

function Properties({ draft, place, choose }: PropertiesProps) {
  const language = useLanguage()
  const { document, edit } = draft
  const page = document.pages.find(({ code }) => code === place)
  const question = document.pages.flatMap(({ questions }) => questions).find(({ code }) => code === place)
  const prepared = prepare(document)
  const form: SurveyForm = { prepared, words: formWords(prepared, language) }
  if (page) return <PageProperties key={place} page={page} form={form} edit={edit} choose={choose} />
  if (question) return <QuestionProperties key={place} question={question} form={form} edit={edit} choose={choose} />
  return <FormProperties document={document} edit={edit} />
}
