import { Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import type { Question, Questionnaire } from '@otklik/model/questionnaires'
import { useTranslation } from 'react-i18next'
import { orAbsent } from './edits.ts'
import { TextFields } from './text-fields.tsx'

interface TypeFieldsProps {
  readonly question: Question
  readonly document: Questionnaire
  readonly set: (fields: Partial<Question>) => void
}

const BOUNDED = new Set(['scale', 'matrix', 'number', 'many'])

/** What questions of some types have of their own: bounds, ends of a scale, a list. */
export function TypeFields({ question, document, set }: TypeFieldsProps) {
  const { t } = useTranslation()
  const { type } = question
  const isScale = type === 'scale' || (type === 'matrix' && question.options === undefined)
  const number = (field: 'min' | 'max' | 'maxLength' | 'decimals') => (
    <NumberInput
      key={field}
      label={t(`editor.${field}`)}
      value={question[field] ?? ''}
      onChange={(value) => set({ [field]: value === '' ? undefined : Number(value) })}
    />
  )
  return (
    <>
      {BOUNDED.has(type) && (
        <div className="columns">
          {number('min')}
          {number('max')}
          {type === 'number' && number('decimals')}
        </div>
      )}
      {(type === 'text' || type === 'long') && number('maxLength')}
      {isScale &&
        (['low', 'high'] as const).map((end) => (
          <TextFields
            key={end}
            label={t(`editor.${end}`)}
            languages={document.languages}
            value={question[end]}
            change={(text) => set({ [end]: orAbsent(text) })}
          />
        ))}
      {type === 'list' && <ListFields question={question} document={document} set={set} />}
    </>
  )
}

function ListFields({ question, document, set }: TypeFieldsProps) {
  const { t } = useTranslation()
  const names = Object.keys(document.lists ?? {})
  return (
    <>
      <NativeSelect
        label={t('editor.list')}
        value={question.list ?? ''}
        data={[{ value: '', label: t('editor.listNone') }, ...names]}
        onChange={({ currentTarget: { value } }) => set({ list: value === '' ? undefined : value })}
      />
      <Checkbox
        label={t('editor.listMany')}
        checked={question.many ?? false}
        onChange={({ currentTarget }) => set({ many: currentTarget.checked || undefined })}
      />
    </>
  )
}
