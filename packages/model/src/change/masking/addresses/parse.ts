import type { Token } from './tokens.ts'

/** What of an address was found from a token on. */
export interface Address {
  /** The token after its last one. */
  readonly next: number
  readonly street: boolean
  readonly house: boolean
  readonly flat: boolean
  readonly place: boolean
}

/** Whether a capitalised word can be a town that stands without «г.». */
export type IsTown = (word: string) => boolean

type Part = 'street' | 'house' | 'block' | 'flat' | 'place' | 'index'
interface Step {
  readonly part: Part
  readonly next: number
}

const JOINS = /^[\s,.:;№"«»()–-]{0,6}$/
const NOT_AFTER_STOP = /^[^.;:]*$/

/** The longest address that begins at a token: its parts in any order, as people write them. */
export function parseAddress(tokens: readonly Token[], from: number, isTown: IsTown): Address | undefined {
  const seen = new Set<Part>()
  let next = from
  for (;;) {
    const step = stepAt(tokens, next, from, seen, isTown)
    if (step === undefined) break
    seen.add(step.part)
    next = step.next
  }
  if (next === from) return undefined
  const has = (part: Part): boolean => seen.has(part)
  return { next, street: has('street'), house: has('house'), flat: has('flat'), place: has('place') }
}

function stepAt(
  tokens: readonly Token[],
  at: number,
  from: number,
  seen: ReadonlySet<Part>,
  isTown: IsTown,
): Step | undefined {
  const token = tokens[at]
  if (token === undefined || (at > from && !JOINS.test(token.gap))) return undefined
  if (token.role === 'preposition' && at > from) return afterPreposition(tokens, at, seen, isTown)
  return (
    marked(tokens, at) ??
    streetAt(tokens, at) ??
    placeAt(tokens, at, isTown) ??
    (seen.has('street') && !seen.has('house') ? houseNumberAt(tokens, at) : undefined)
  )
}

/** «в Белгороде на улице Мира»: a preposition belongs to an address if more of it follows. */
function afterPreposition(
  tokens: readonly Token[],
  at: number,
  seen: ReadonlySet<Part>,
  isTown: IsTown,
): Step | undefined {
  const step = stepAt(tokens, at + 1, at + 1, seen, isTown)
  return step?.part === 'street' || step?.part === 'house' ? step : undefined
}

const numberAt = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return (
    token !== undefined &&
    /^[\s.№:,–-]{0,4}$/.test(token.gap) &&
    (token.role === 'number' || /^\d{6}$/.test(token.word))
  )
}

/** A part that names itself before its number: дом, корпус, квартира; and the postal index. */
function marked(tokens: readonly Token[], at: number): Step | undefined {
  const token = tokens[at]
  if (token?.role === 'index') return { part: 'index', next: at + 1 }
  if (token?.role === 'house' || token?.role === 'flat') {
    return numberAt(tokens, at + 1) ? { part: token.role, next: at + 2 } : undefined
  }
  if (token?.role !== 'block') return undefined
  const next = tokens[at + 1]
  return numberAt(tokens, at + 1) || (next !== undefined && /^[а-я]$/u.test(next.word))
    ? { part: 'block', next: at + 2 }
    : undefined
}

/** «ул. Белгородского полка», «Народный бульвар», «Щорса» before a number of a house. */
function streetAt(tokens: readonly Token[], at: number): Step | undefined {
  if (tokens[at]?.role === 'street') return afterStreetMark(tokens, at)
  const names = namesFrom(tokens, at)
  const after = tokens[at + names]
  if (names > 0 && after?.role === 'street' && /^\s$/.test(after.gap)) return { part: 'street', next: at + names + 1 }
  const bare = bareStreet(tokens, at)
  return bare > 0 && startsHouse(tokens, at + bare) ? { part: 'street', next: at + bare } : undefined
}

/** A street without its word: «Щорса», «5 Августа», «Белгородского полка»; how many words it has. */
function bareStreet(tokens: readonly Token[], at: number): number {
  const numbered = tokens[at]?.role === 'number' && tokens[at + 1]?.gap === ' ' ? 1 : 0
  const names = namesFrom(tokens, at + numbered)
  if (names === 0) return 0
  const small = tokens[at + numbered + names]
  const words =
    numbered +
    names +
    (small?.role === 'small' && small.gap === ' ' && startsHouse(tokens, at + numbered + names + 1) ? 1 : 0)
  return words
}

function afterStreetMark(tokens: readonly Token[], at: number): Step | undefined {
  let next = at + 1
  let capital = false
  for (; next < at + 6; next++) {
    const token = tokens[next]
    if (token === undefined || !isOfStreetName(tokens, next, at)) break
    capital ||= token.role === 'name'
  }
  const named = next > at + 1 && (capital || startsHouse(tokens, next))
  return named ? { part: 'street', next } : undefined
}

function isOfStreetName(tokens: readonly Token[], at: number, mark: number): boolean {
  const token = tokens[at]
  const gap = token?.gap ?? ''
  if (token === undefined || !(at === mark + 1 ? /^[\s."«]{0,3}$/.test(gap) : /^[\s.-]{1,2}$/.test(gap))) return false
  if (token.role === 'number')
    return at === mark + 1 && /^(?:name|small)$/.test(tokens[at + 1]?.role ?? '') && tokens[at + 1]?.gap === ' '
  if (token.role === 'name') return true
  return token.role === 'small' && (at === mark + 1 || reachesHouse(tokens, at))
}

/** Small letters: words up to the house belong to the street, as in «ул белгородского полка 5». */
const reachesHouse = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some(
    (ahead) =>
      startsHouse(tokens, at + ahead) && tokens.slice(at + 1, at + ahead).every(({ role }) => role === 'small'),
  )

function namesFrom(tokens: readonly Token[], at: number): number {
  let names = 0
  while (names < 3) {
    const token = tokens[at + names]
    if (token?.role !== 'name' || (names > 0 && token.gap !== ' ')) break
    names++
  }
  return names
}

const startsHouse = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token === undefined || !JOINS.test(token.gap)) return false
  return token.role === 'house' ? numberAt(tokens, at + 1) : token.role === 'number' && NOT_AFTER_STOP.test(token.gap)
}

function houseNumberAt(tokens: readonly Token[], at: number): Step | undefined {
  const token = tokens[at]
  return token?.role === 'number' ? { part: token.word.includes('-') ? 'flat' : 'house', next: at + 1 } : undefined
}

/** «г. Белгород», «Белгородская обл.», «д. Нехотеевка», and a town by itself before the rest. */
function placeAt(tokens: readonly Token[], at: number, isTown: IsTown): Step | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.role === 'place' || token.word === 'д') {
    const dotted = (tokens[at + 1]?.gap ?? '').startsWith('.') || token.word.length > 1 || token.word === 'г'
    const names = namesFrom(tokens, at + 1)
    return dotted && names > 0 && /^[\s."«]{0,3}$/.test(tokens[at + 1]?.gap ?? '')
      ? { part: 'place', next: at + 1 + names }
      : undefined
  }
  const names = namesFrom(tokens, at)
  if (names === 0) return undefined
  if (tokens[at + names]?.role === 'after') return { part: 'place', next: at + names + 1 }
  return leadsOn(tokens, at, names, isTown) ? { part: 'place', next: at + names } : undefined
}

const leadsOn = (tokens: readonly Token[], at: number, names: number, isTown: IsTown): boolean => {
  const after = tokens[at + names]
  if (
    after === undefined ||
    !/^[\s,]{1,3}$/.test(after.gap) ||
    !tokens.slice(at, at + names).some(({ word }) => isTown(word))
  )
    return false
  return (
    after.role === 'street' ||
    after.role === 'place' ||
    after.role === 'preposition' ||
    after.role === 'name' ||
    after.role === 'number'
  )
}
