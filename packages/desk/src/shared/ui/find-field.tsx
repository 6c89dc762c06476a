import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

interface FindFieldProps {
  readonly label: string
  readonly find: string
  /** As wide as what it stands above. */
  readonly whole?: boolean
  /** Told once the typing has paused. */
  readonly change: (find: string | undefined) => void
}

/** What a list is searched by, from the address and back to it. */
export function FindField({ label, find, whole = false, change }: FindFieldProps) {
  const [text, setText] = useState(find)
  const [told, setTold] = useState(find)
  const settle = useDebouncedCallback((typed: string) => {
    if (typed === find) return
    setTold(typed)
    change(typed === '' ? undefined : typed)
  }, 300)
  const [known, setKnown] = useState(find)
  if (find !== known) {
    setKnown(find)
    // The address has changed without the field: a reset, a way back. What is being typed stays, all else follows it.
    if (find !== told) {
      setTold(find)
      setText(find)
    }
  }
  const type = (typed: string) => {
    setText(typed)
    settle(typed.trim())
  }
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      style={{ flex: '1 1 220px', maxWidth: whole ? 'none' : 420, minWidth: 0 }}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
