import type { KeyboardEvent } from 'react'

const levelOf = (item: HTMLElement): number => Number(item.getAttribute('aria-level'))
const twist = (item: HTMLElement): void => item.querySelector<HTMLElement>('[data-twisty]')?.click()

/**
 * The keys of a tree as the ARIA practices give them: up, down, to either end, right into, left out of, Enter and Space
 * to choose, letters to the next name that begins with them.
 */
export function moveInTree(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')]
  const at = items.findIndex((item) => item === document.activeElement)
  const item = items[at]
  if (item === undefined) return
  const go = keyOf(event.key, items, at, item)
  if (go === undefined) return
  event.preventDefault()
  if (go === 'choose') item.click()
  else if (go === 'twist') twist(item)
  else go?.focus()
}

type Step = HTMLElement | 'choose' | 'twist' | null

function keyOf(key: string, items: readonly HTMLElement[], at: number, item: HTMLElement): Step | undefined {
  const open = item.getAttribute('aria-expanded')
  const below = items[at + 1]
  switch (key) {
    case 'ArrowDown':
      return below ?? null
    case 'ArrowUp':
      return items[at - 1] ?? null
    case 'Home':
      return items[0] ?? null
    case 'End':
      return items.at(-1) ?? null
    case 'ArrowRight':
      if (open === 'false') return 'twist'
      return open === 'true' && below !== undefined && levelOf(below) > levelOf(item) ? below : null
    case 'ArrowLeft':
      if (open === 'true') return 'twist'
      return items.slice(0, at).findLast((one) => levelOf(one) < levelOf(item)) ?? null
    case 'Enter':
    case ' ':
      return 'choose'
    default:
      return key.length === 1 ? named(key, [...items.slice(at + 1), ...items.slice(0, at)]) : undefined
  }
}

const named = (letter: string, items: readonly HTMLElement[]): HTMLElement | undefined =>
  items.find((item) => item.textContent?.toLowerCase().startsWith(letter.toLowerCase()))
