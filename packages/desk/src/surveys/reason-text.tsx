import { Textarea } from '@mantine/core'
import { SHORTEST_REASON } from '@otklik/model/access'
import { useTranslation } from 'react-i18next'

export const isShort = (text: string): boolean => text.trim().length < SHORTEST_REASON

interface ReasonTextProps {
  /** The form was tried to be sent. */
  readonly tried: boolean
  readonly description: string
  readonly value: string
  readonly change: (text: string) => void
}

/** Why something is closed or withdrawn; says what is missing once it was sent. */
export function ReasonText({ tried, description, value, change }: ReasonTextProps) {
  const { t } = useTranslation()
  return (
    <Textarea
      data-autofocus
      label={t('surveys.reason')}
      description={description}
      error={tried && isShort(value) && t('surveys.reasonShort')}
      aria-required
      maxLength={2000}
      rows={3}
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}
