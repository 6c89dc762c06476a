import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { OUTCOMES } from '@otklik/model/appeals'
import { useTranslation } from 'react-i18next'
import type { Choices } from '../register/new-appeal.tsx'
import type { StepFields } from './steps.ts'

interface StepFieldProps {
  readonly name: keyof StepFields
  readonly label: string
  readonly first: boolean
  readonly fields: StepFields
  readonly choices: Choices | undefined
  readonly set: (change: Partial<StepFields>) => void
}

const OUTCOMES_OF_ANSWER = ['satisfied', 'partly', 'explained', 'refused'] as const
const WAYS = ['mail', 'post', 'hand', 'page'] as const

/** One field of a step, by what it asks for. */
export function StepField({ name, label, first, fields, choices, set }: StepFieldProps) {
  const { t } = useTranslation()
  const common = { label, ...(first ? { 'data-autofocus': true } : {}) }
  const select = (data: readonly { value: string; label: string }[]) => (
    <NativeSelect
      {...common}
      value={String(fields[name])}
      data={[...data]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  )
  switch (name) {
    case 'outcome':
      return select(OUTCOMES_OF_ANSWER.map((one) => ({ value: one, label: OUTCOMES[one] })))
    case 'way':
      return select(WAYS.map((one) => ({ value: one, label: t(`appeals.way_${one}`) })))
    case 'executor':
      return select((choices?.executors ?? []).map(({ id, name: person }) => ({ value: id, label: person })))
    case 'rule':
      return select((choices?.rules ?? []).map(({ code, title }) => ({ value: code, label: `${title} (${code})` })))
    case 'publish':
      return (
        <Checkbox
          label={label}
          checked={fields.publish}
          onChange={({ currentTarget }) => set({ publish: currentTarget.checked })}
        />
      )
    case 'days':
      return (
        <NumberInput
          {...common}
          required
          withAsterisk={false}
          min={1}
          max={100}
          value={fields.days}
          onChange={(days) => typeof days === 'number' && set({ days })}
        />
      )
    case 'original':
      return (
        <TextInput
          {...common}
          required
          withAsterisk={false}
          value={fields.original}
          onChange={({ currentTarget }) => set({ original: currentTarget.value })}
        />
      )
    default:
      return (
        <Textarea
          {...common}
          required
          withAsterisk={false}
          rows={name === 'text' ? 6 : 3}
          value={String(fields[name])}
          onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      )
  }
}
