import { ActionIcon, MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { ALL_CHANNELS } from '@otklik/model/surveys'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SurveyForm } from '../survey-form.ts'
import { OPERATIONS, type Operation, type Part } from './simple.ts'

const ATTRIBUTES = ['service', 'office', 'channel', 'language'] as const
const NUMBERS = /^-?\d+([.,]\d+)?$/

interface ConditionPartProps {
  readonly number: number
  readonly form: SurveyForm
  readonly subjects: readonly string[]
  readonly part: Part
  readonly change: (part: Part) => void
  readonly remove: () => void
}

/** One comparison: about what, how, with which values. */
export function ConditionPart({ number, form, subjects, part, change, remove }: ConditionPartProps) {
  const { t } = useTranslation()
  const operations = OPERATIONS.filter((one) => (one === 'ge' || one === 'le' ? isMeasured(form, part.subject) : true))
  const valued = part.operation !== 'answered' && part.operation !== 'unanswered'
  return (
    <div className="row" style={{ alignItems: 'end' }}>
      <NativeSelect
        style={{ flex: '2 1 240px', minWidth: 0 }}
        aria-label={t('surveys.conditionSubject', { number })}
        value={part.subject}
        data={[
          { value: '', label: t('surveys.conditionChoose') },
          ...subjects.map((code) => ({ value: code, label: form.words.item(code) })),
          ...ATTRIBUTES.map((one) => ({ value: `@${one}`, label: t(`surveys.attribute_${one}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => change({ subject: value, operation: 'in', values: [] })}
      />
      <NativeSelect
        style={{ flex: '1 1 150px' }}
        aria-label={t('surveys.conditionOperation', { number })}
        value={part.operation}
        data={operations.map((one) => ({ value: one, label: t(`surveys.operation_${one}`) }))}
        onChange={({ currentTarget: { value } }) =>
          change({
            ...part,
            operation: operationOf(value),
            values: part.values.slice(0, value === 'in' ? undefined : 1),
          })
        }
      />
      {valued && <PartValues number={number} form={form} part={part} change={change} />}
      <ActionIcon variant="default" size="lg" aria-label={t('surveys.conditionRemove', { number })} onClick={remove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}

const operationOf = (word: string): Operation => OPERATIONS.find((one) => one === word) ?? 'in'

function isMeasured({ prepared }: SurveyForm, subject: string): boolean {
  const type = prepared.items.get(subject)?.type
  return type === 'scale' || type === 'number' || type === 'date'
}

function PartValues({ number, form, part, change }: Pick<ConditionPartProps, 'number' | 'form' | 'part' | 'change'>) {
  const { t } = useTranslation()
  const choices = useChoices(form, part.subject)
  const label = t('surveys.conditionValues', { number })
  const scalar = (text: string) =>
    NUMBERS.test(text) && isMeasured(form, part.subject) ? Number(text.replace(',', '.')) : text
  if (choices.length === 0 || part.operation === 'ge' || part.operation === 'le')
    return (
      <TextInput
        style={{ flex: '1 1 120px' }}
        aria-label={label}
        value={part.values.map(String).join('')}
        onChange={({ currentTarget: { value } }) => change({ ...part, values: value === '' ? [] : [scalar(value)] })}
      />
    )
  return (
    <MultiSelect
      style={{ flex: '2 1 220px', minWidth: 0 }}
      aria-label={label}
      placeholder={part.values.length === 0 ? t('surveys.conditionChoose') : ''}
      openOnFocus={false}
      data={choices}
      value={part.values.map(String)}
      onChange={(values) => change({ ...part, values: values.map(scalar) })}
    />
  )
}

/** The values that an answer can have, as far as they are a list. */
function useChoices({ prepared, words }: SurveyForm, subject: string): { value: string; label: string }[] {
  const { t } = useTranslation()
  if (subject === '@channel') return ALL_CHANNELS.map((one) => ({ value: one, label: t(`surveys.channel_${one}`) }))
  const item = prepared.items.get(subject)
  if (item === undefined) return []
  const { min, max } = item.question
  const points =
    item.type === 'scale' && typeof min === 'number' && typeof max === 'number' && max - min < 12
      ? Array.from({ length: max - min + 1 }, (_, step) => String(min + step))
      : []
  const codes = [...points, ...item.options.keys(), ...(item.entries ?? [])]
  return codes.map((value) => ({ value, label: words.option(subject, value) }))
}
