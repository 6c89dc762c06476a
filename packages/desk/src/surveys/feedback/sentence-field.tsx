import { Textarea } from '@mantine/core'
import { SHORTEST_SENTENCE } from '@otklik/model/surveys'
import { useTranslation } from 'react-i18next'

export const isShortSentence = (text: string): boolean => [...text.trim()].length < SHORTEST_SENTENCE

interface SentenceFieldProps {
  readonly tried: boolean
  readonly description: string
  readonly value: string
  readonly change: (text: string) => void
}

/** What its author reads; says what is missing once it was sent. */
export function SentenceField({ tried, description, value, change }: SentenceFieldProps) {
  const { t } = useTranslation()
  return (
    <Textarea
      data-autofocus
      label={t('feedback.sentence')}
      description={description}
      error={tried && isShortSentence(value) && t('feedback.sentenceShort', { count: SHORTEST_SENTENCE })}
      aria-required
      maxLength={5000}
      rows={5}
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}
