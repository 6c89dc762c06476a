import { Textarea } from '@mantine/core'
import { useState } from 'react'

interface TypedLinesProps {
  readonly label: string
  readonly description: string
  readonly initial: string
  /** Takes what was typed over, or says what is wrong with it: the form is not sent then. */
  readonly take: (typed: string) => string | null
}

/** A list that is typed or pasted, a thing a line. */
export function TypedLines({ label, description, initial, take }: TypedLinesProps) {
  const [typed, setTyped] = useState(initial)
  const [trouble, setTrouble] = useState<string | null>(null)
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      maxRows={12}
      error={trouble}
      value={typed}
      onChange={({ currentTarget }) => {
        const said = take(currentTarget.value)
        currentTarget.setCustomValidity(said ?? '')
        setTyped(currentTarget.value)
        setTrouble(said)
      }}
    />
  )
}
