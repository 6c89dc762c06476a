import { MASKED_KINDS, type Masker, type MaskedKind } from '@otklik/model/change/masking'
import { CARRIERS } from './carriers.fixture.ts'
import type { Case } from './people.fixture.ts'
import { Values } from './values.fixture.ts'

export interface Plant {
  readonly kind: MaskedKind
  readonly start: number
  readonly end: number
}
export interface Planted {
  readonly text: string
  readonly plants: readonly Plant[]
}

const SLOT = /\{(\w+)(?:\.(\w+))?\}/g

/** Every carrier so many times, each time with other values. */
export function plantedTexts(seed: number, times: number): Planted[] {
  const values = new Values(seed)
  return Array.from({ length: times }, () => CARRIERS.map((carrier) => plant(carrier, values))).flat()
}

function plant(carrier: string, values: Values): Planted {
  const plants: Plant[] = []
  let text = ''
  let at = 0
  for (const match of carrier.matchAll(SLOT)) {
    const kind = MASKED_KINDS.find((one) => one === match[1])
    if (kind === undefined) throw new Error(`no such kind: ${carrier}`)
    text += carrier.slice(at, match.index)
    const value = values.of(kind, (match[2] ?? 'nom') as Case)
    plants.push({ kind, start: [...text].length, end: [...text].length + [...value].length })
    text += value
    at = match.index + match[0].length
  }
  return { text: text + carrier.slice(at), plants }
}

export interface Recall {
  readonly planted: number
  /** Those that are covered whole by what was found of their kind. */
  readonly found: number
  readonly missed: readonly string[]
}

/** How many of the planted things of each kind the masker covers. */
export function recallOf(mask: Masker, texts: readonly Planted[]): Record<MaskedKind, Recall> {
  const missed = new Map<MaskedKind, string[]>(MASKED_KINDS.map((kind) => [kind, []]))
  const counts = new Map<MaskedKind, number>()
  for (const { text, plants } of texts) {
    const { found } = mask(text)
    for (const { kind, start, end } of plants) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      if (!found.some((one) => one.kind === kind && one.start <= start && one.end >= end)) missed.get(kind)?.push(text)
    }
  }
  const recall = (kind: MaskedKind): Recall => {
    const planted = counts.get(kind) ?? 0
    return { planted, found: planted - (missed.get(kind)?.length ?? 0), missed: missed.get(kind) ?? [] }
  }
  // Every kind of the list gets its entry.
  return Object.fromEntries(MASKED_KINDS.map((kind) => [kind, recall(kind)])) as Record<MaskedKind, Recall>
}

/** A text with its marks ⟦kind …⟧ taken out. */
export function marked(line: string): Planted {
  const plants: Plant[] = []
  let text = ''
  let at = 0
  for (const match of line.matchAll(/⟦(\w+) (.*?)⟧/g)) {
    const kind = MASKED_KINDS.find((one) => one === match[1])
    if (kind === undefined) throw new Error(`no such kind: ${line}`)
    text += line.slice(at, match.index)
    const value = match[2] ?? ''
    plants.push({ kind, start: [...text].length, end: [...text].length + [...value].length })
    text += value
    at = match.index + match[0].length
  }
  return { text: text + line.slice(at), plants }
}
