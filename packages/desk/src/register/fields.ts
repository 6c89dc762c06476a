import { useState } from 'react'

/** The values of a form, and a way to set one of them. */
export function useFields<T extends object>(initial: T) {
  const [values, setValues] = useState(initial)
  const set = <K extends keyof T>(field: K, value: T[K]) => setValues((before) => ({ ...before, [field]: value }))
  return { values, set }
}

/** An empty field of a form is an absent value. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
