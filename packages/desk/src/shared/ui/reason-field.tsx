import { Textarea } from '@mantine/core'
import { SHORTEST_REASON } from '@otklik/model/access'
import { useState } from 'react'

export const isShort = (text: string): boolean => text.trim().length < SHORTEST_REASON

interface ReasonFieldProps {
  readonly label: string
  readonly description: string
  /** What is said of a text that is too short. */
  readonly short: string
  /** The form was tried to be sent. */
  readonly tried: boolean
  readonly value: string
  readonly change: (text: string) => void
}

/** Some words that others will read; says what is missing once it was left or sent. */
export function ReasonField({ label, description, short, tried, value, change }: ReasonFieldProps) {
  const [left, setLeft] = useState(false)
  return (
    <Textarea
      data-autofocus
      label={label}
      description={description}
      error={(left || tried) && isShort(value) && short}
      aria-required
      maxLength={2000}
      rows={4}
      value={value}
      onBlur={() => setLeft(value !== '')}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}
