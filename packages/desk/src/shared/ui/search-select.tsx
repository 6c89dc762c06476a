import { Select } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'

export interface Choice {
  readonly value: string
  readonly label: string
  /** What tells this one from others of the same name. */
  readonly about?: string
  readonly disabled?: boolean
}

interface SearchSelectProps {
  /** Beside the field; `ariaLabel` where a label would be too much. */
  readonly label?: string
  readonly ariaLabel?: string
  readonly description?: string
  readonly placeholder?: string
  readonly error?: string | undefined
  readonly nothing: string
  readonly clear: string
  readonly required?: boolean
  readonly clearable?: boolean
  readonly autoFocus?: boolean
  readonly value: Pick<Choice, 'value' | 'label'> | null
  readonly choices: readonly Choice[]
  readonly waiting: boolean
  /** What was typed, once the typing has paused; empty where nothing is sought. */
  readonly ask: (text: string) => void
  readonly change: (value: string | null) => void
}

/** A field that chooses one of very many: the server finds, the list shows the first of what it found. */
export function SearchSelect(props: SearchSelectProps) {
  const { value, choices, waiting, ask, change, label, ariaLabel, autoFocus, required, nothing } = props
  const { t } = useTranslation()
  // Only what was typed is asked for: a choice made needs no question.
  const settle = useDebouncedCallback((typed: string) => ask(typed === value?.label.trim() ? '' : typed), 250)
  const search = (typed: string) => {
    settle(typed.trim())
    // The cross is for the mouse alone; without one, an emptied field is a choice taken back.
    if (typed === '' && props.clearable === true && value !== null) change(null)
  }
  const missing = value !== null && !choices.some((choice) => choice.value === value.value)
  const all: readonly Choice[] = missing ? [value, ...choices] : choices
  return (
    <Select
      {...(label === undefined ? { 'aria-label': ariaLabel } : { label })}
      {...(props.description === undefined ? {} : { description: props.description })}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      {...(props.error === undefined ? {} : { error: props.error })}
      required={required ?? false}
      withAsterisk={false}
      searchable
      // The list would hide what stands below before anyone has asked for it.
      openOnFocus={false}
      clearable={props.clearable ?? false}
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': props.clear }}
      data={all.map(({ value: key, label: name, disabled }) => ({
        value: key,
        label: name,
        ...(disabled === undefined ? {} : { disabled }),
      }))}
      // The server has already found what fits.
      filter={({ options }) => options}
      value={value?.value ?? null}
      onChange={change}
      onSearchChange={search}
      nothingFoundMessage={waiting ? t('trouble.loading') : nothing}
      renderOption={({ option }) => <ChoiceText choice={all.find((choice) => choice.value === option.value)} />}
    />
  )
}

function ChoiceText({ choice }: { readonly choice: Choice | undefined }) {
  return (
    <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      {choice?.label}
      {choice?.about !== undefined && choice.about !== '' && (
        <span className="dim small" style={{ display: 'block' }}>
          {choice.about}
        </span>
      )}
    </span>
  )
}
