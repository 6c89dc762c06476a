import type { Letter, ObjectKind } from '../kinds.ts'

/** What is assessed (Правила, пункты 17, 36), in the order in which the parts are added up. */
export const PARTS = {
  regulation: { title: 'Оценка регулирования', of: 'оценке регулирования' },
  reception: { title: 'Оценка личного приёма', of: 'оценке личного приёма' },
  laboratory: { title: 'Оценка лабораториями', of: 'оценке лабораториями' },
  monitoring: { title: 'Мониторинг и обратная связь', of: 'мониторингу и обратной связи' },
} as const
export type Part = keyof typeof PARTS
export const ALL_PARTS = Object.keys(PARTS) as readonly Part[]

export type Band = 'high' | 'middle' | 'low'

/** How objects of some kinds are scored; all points and levels in whole hundredths, which are percent. */
export interface Scheme {
  readonly parts: readonly Part[]
  /** What each letter gives. */
  readonly points: Readonly<Record<Letter, number>>
  /** The least levels of the bands above the low one. */
  readonly from: { readonly high: number; readonly middle: number }
  /** The points of the Правила that say so, as they are cited. */
  readonly cited: {
    readonly points: string
    readonly zero: string
    readonly high: string
    readonly middle: string
    readonly low: string
    readonly term: string
  }
}

const ORDINARY: Scheme = {
  parts: ['regulation', 'reception', 'laboratory', 'monitoring'],
  points: { 'А+': 30, А: 25, 'Б+': 20, Б: 15, В: 10, Г: 0 },
  from: { high: 70, middle: 40 },
  cited: { points: 'п. 18', zero: 'п. 20', high: 'п. 22 «а»', middle: 'п. 22 «б»', low: 'п. 23', term: 'п. 29' },
}
// Пункт 38 states no terms: those of пункт 29 are taken by analogy, and the reasons say so.
const SPECIAL: Scheme = {
  parts: ['regulation', 'laboratory'],
  points: { 'А+': 50, А: 40, 'Б+': 30, Б: 20, В: 10, Г: 0 },
  from: { high: 60, middle: 40 },
  cited: {
    points: 'п. 37',
    zero: 'п. 37',
    high: 'п. 38 «а»',
    middle: 'п. 38 «б»',
    low: 'п. 39',
    term: 'п. 29 по аналогии',
  },
}

/** Points for the reception that does not apply (пункт 18, абзац 3), and for monitoring that is possible (пункт 19, абзац 3). */
export const NOT_APPLICABLE_POINTS = 30
export const MONITORING_POINTS = 10

const SPECIAL_KINDS: readonly ObjectKind[] = ['appeals', 'oversight', 'internal']

/** The three kinds with rules of their own (пункты 36–41). */
export const isSpecial = (kind: ObjectKind): boolean => SPECIAL_KINDS.includes(kind)

export const schemeOf = (kind: ObjectKind): Scheme => (isSpecial(kind) ? SPECIAL : ORDINARY)

/** The band of a level in percent (пункты 22, 23, 38, 39); the lower bounds belong to it. */
export function bandOf(level: number, { from }: Scheme): Band {
  if (level >= from.high) return 'high'
  return level >= from.middle ? 'middle' : 'low'
}
