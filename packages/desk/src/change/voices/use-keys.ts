import { useEffect, useRef } from 'react'

/** What to do by the physical key, whatever the layout; `more`: with Shift. */
export type Keys = Readonly<Record<string, (more: boolean) => unknown>>

/** Keys of the screen; they rest while somebody types in a field or a window is open. */
export function useKeys(keys: Keys, resting: boolean): void {
  const latest = useRef({ keys, resting })
  useEffect(() => {
    latest.current = { keys, resting }
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { keys: known, resting: rests } = latest.current
      const action = known[event.code]
      const target = event.target instanceof Element ? event.target : null
      const typing = target?.closest('input, textarea, select, [contenteditable]') != null
      // Enter on a button is the button's own.
      const pressed = event.code === 'Enter' && target?.closest('button, a') != null
      if (action === undefined || rests || typing || pressed || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      action(event.shiftKey)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
