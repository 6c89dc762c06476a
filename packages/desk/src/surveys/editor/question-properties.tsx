import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { Question, QuestionType } from '@otklik/model/questionnaires'
import { useTranslation } from 'react-i18next'
import { ConditionEditor } from '../conditions/condition-editor.tsx'
import type { SurveyForm } from '../survey-form.ts'
import {
  changeQuestion,
  type Edit,
  itemsBefore,
  moveQuestion,
  moveToPage,
  orAbsent,
  removeQuestion,
  retyped,
} from './edits.ts'
import { Entries } from './entries.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { FORM } from './problems.tsx'
import { TextFields } from './text-fields.tsx'
import { TypeFields } from './type-fields.tsx'

const TYPES = [
  'one',
  'many',
  'scale',
  'matrix',
  'text',
  'long',
  'number',
  'date',
  'list',
  'consent',
  'note',
] as const satisfies readonly QuestionType[]

interface QuestionPropertiesProps {
  readonly question: Question
  readonly form: SurveyForm
  readonly edit: (edit: Edit) => void
  readonly choose: (place: string) => void
}

/** All that can be said of one question. */
export function QuestionProperties({ question, form, edit, choose }: QuestionPropertiesProps) {
  const { t } = useTranslation()
  const document = form.prepared.questionnaire
  const { languages } = document
  const { code, type } = question
  const change = (next: (before: Question) => Question) => edit(changeQuestion(code, next))
  const set = (fields: Partial<Question>) => change((before) => ({ ...before, ...fields }))
  const typed = (value: string) => TYPES.find((one) => one === value) ?? type
  return (
    <>
      <h2>{t('editor.question', { code: question.number ?? code })}</h2>
      <MoveButtons
        move={(by) => edit(moveQuestion(code, by))}
        remove={() => {
          edit(removeQuestion(code))
          choose(FORM)
        }}
      >
        <PageSelect code={code} form={form} edit={edit} />
      </MoveButtons>
      <NativeSelect
        label={t('editor.type')}
        value={type}
        data={TYPES.map((one) => ({ value: one, label: t(`editor.type_${one}`) }))}
        onChange={({ currentTarget: { value } }) => change((before) => retyped(before, typed(value)))}
      />
      <TextFields
        label={t('editor.text')}
        languages={languages}
        value={question.text}
        change={(text) => set({ text })}
      />
      <TextFields
        label={t('editor.hint')}
        languages={languages}
        value={question.hint}
        change={(hint) => set({ hint: orAbsent(hint) })}
      />
      {type !== 'note' && (
        <Checkbox
          label={t('editor.required')}
          checked={question.required ?? false}
          onChange={({ currentTarget }) => set({ required: currentTarget.checked || undefined })}
        />
      )}
      <TypeFields question={question} document={document} set={set} />
      <Entries question={question} languages={languages} set={set} />
      <ConditionEditor
        legend={t('editor.showIf')}
        form={form}
        subjects={itemsBefore(document, code)}
        value={question.showIf}
        change={(showIf) => set({ showIf })}
      />
      <TextInput
        label={t('editor.measure')}
        description={t('editor.measureHint')}
        value={question.measure ?? ''}
        onChange={({ currentTarget: { value } }) => set({ measure: value.trim() === '' ? undefined : value.trim() })}
      />
    </>
  )
}

function PageSelect({ code, form, edit }: Pick<QuestionPropertiesProps, 'form' | 'edit'> & { readonly code: string }) {
  const { t } = useTranslation()
  const { pages } = form.prepared.questionnaire
  const here = pages.find(({ questions }) => questions.some((one) => one.code === code))
  return (
    <NativeSelect
      size="xs"
      aria-label={t('editor.toPage')}
      value={here?.code ?? ''}
      data={pages.map((page, index) => ({
        value: page.code,
        label: form.words.textOf(page.title) || t('questionnaires.page', { number: index + 1 }),
      }))}
      onChange={({ currentTarget: { value } }) => edit(moveToPage(code, value))}
    />
  )
}
