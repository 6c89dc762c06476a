import type { MaskedKind } from './kinds.ts'

/** A stretch of a text, in UTF-16 units from `start` to before `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch with what it is; `kept` looks like personal data and is none: nothing in it is masked. */
export interface Finding extends Span {
  readonly kind: MaskedKind | 'kept'
}

/** Looks for one sort of thing in a text; findings of one finder do not overlap. */
export type Finder = (text: string) => readonly Finding[]

/** What the finders see, in order of their place in the text: where two overlap, the finder named first is believed. */
export function findAll(text: string, finders: readonly Finder[]): readonly Finding[] {
  return finders.reduce<readonly Finding[]>((known, finder) => merge(known, finder(text)), [])
}

/** Both lists in one order; of the second only what overlaps with nothing of the first. Each is in order already. */
function merge(known: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  if (found.length === 0) return known
  if (known.length === 0) return found
  const merged: Finding[] = []
  let at = 0
  for (const finding of found) {
    for (; at < known.length && (known[at]?.end ?? 0) <= finding.start; at++) push(merged, known[at])
    if ((known[at]?.start ?? Infinity) >= finding.end) merged.push(finding)
  }
  for (; at < known.length; at++) push(merged, known[at])
  return merged
}

const push = (list: Finding[], finding: Finding | undefined): void => {
  if (finding !== undefined) list.push(finding)
}

/** What stands around a match, in lower case, for rules that look at it; cut out when it is asked for. */
export class Surroundings {
  readonly #text: string
  readonly #start: number
  readonly #end: number

  constructor(text: string, start: number, end: number) {
    this.#text = text
    this.#start = start
    this.#end = end
  }

  /** At most 60 characters before the match, within its line. */
  get before(): string {
    const before = this.#text.slice(Math.max(0, this.#start - 60), this.#start)
    return before.slice(before.lastIndexOf('\n') + 1).toLowerCase()
  }

  /** At most 30 characters after it, within its line. */
  get after(): string {
    return (this.#text.slice(this.#end, this.#end + 30).split('\n', 1)[0] ?? '').toLowerCase()
  }

  /** The sign before the match. */
  get sign(): string {
    return this.#text[this.#start - 1] ?? ''
  }
}

export interface Rule {
  readonly kind: Finding['kind']
  /** A global expression that matches no empty text. */
  readonly pattern: RegExp
  readonly accepts?: (match: string, around: Surroundings) => boolean
}

/** A finder by an expression with a condition on the match and on what stands around it. */
export const byRule =
  ({ kind, pattern, accepts }: Rule): Finder =>
  (text) => {
    const found: Finding[] = []
    // Not matchAll: it makes a new expression for every text.
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [it] = match
      const end = match.index + it.length
      if (accepts?.(it, new Surroundings(text, match.index, end)) ?? true) found.push({ kind, start: match.index, end })
    }
    return found
  }
