import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export interface Done {
  /** ISO day; empty: not chosen yet. */
  readonly day: string
  readonly evidence: string
}
interface DoneFieldsProps {
  readonly values: Done
  readonly set: (field: keyof Done, value: string) => void
  readonly hint: string
}

/** When something was done, and what shows it. */
export function DoneFields({ values, set, hint }: DoneFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        type="date"
        label={t('certifying.roadMapDay')}
        required
        value={values.day}
        onChange={({ currentTarget }) => set('day', currentTarget.value)}
      />
      <Textarea
        label={t('certifying.roadMapEvidence')}
        description={hint}
        required
        maxLength={4000}
        rows={4}
        value={values.evidence}
        onChange={({ currentTarget }) => set('evidence', currentTarget.value)}
      />
    </>
  )
}
