import type { Page } from '@otklik/model/questionnaires'
import { useTranslation } from 'react-i18next'
import { ConditionEditor } from '../conditions/condition-editor.tsx'
import type { SurveyForm } from '../survey-form.ts'
import { changePage, type Edit, itemsBefore, movePage, orAbsent, removePage } from './edits.ts'
import { MoveButtons } from './move-buttons.tsx'
import { FORM } from './problems.tsx'
import { TextFields } from './text-fields.tsx'

interface PagePropertiesProps {
  readonly page: Page
  readonly form: SurveyForm
  readonly edit: (edit: Edit) => void
  readonly choose: (place: string) => void
}

export function PageProperties({ page, form, edit, choose }: PagePropertiesProps) {
  const { t } = useTranslation()
  const document = form.prepared.questionnaire
  const number = document.pages.findIndex(({ code }) => code === page.code) + 1
  const set = (change: Partial<Page>) => edit(changePage(page.code, (before) => ({ ...before, ...change })))
  return (
    <>
      <h2>{t('questionnaires.page', { number })}</h2>
      <MoveButtons
        move={(by) => edit(movePage(page.code, by))}
        remove={() => {
          edit(removePage(page.code))
          choose(FORM)
        }}
      />
      <TextFields
        label={t('editor.pageTitle')}
        languages={document.languages}
        value={page.title}
        change={(title) => set({ title: orAbsent(title) })}
      />
      <ConditionEditor
        legend={t('editor.showIf')}
        form={form}
        subjects={itemsBefore(document, page.code)}
        value={page.showIf}
        change={(showIf) => set({ showIf })}
      />
    </>
  )
}
