import { type Letter, LETTERS, type ObjectKind } from '../kinds.ts'
import type { Monitoring, Previous, Reception, ScoreInput } from '../score/input.ts'
import { type Part, schemeOf } from '../score/schemes.ts'

/** What a sheet can end with besides a letter, and which parts know it. */
export const SHEET_WORDS = {
  not_applicable: { name: 'неприменима', part: 'reception' },
  not_performed: { name: 'требуется, но не ведётся', part: 'reception' },
  possible: { name: 'возможны', part: 'monitoring' },
  impossible: { name: 'технической возможности нет', part: 'monitoring' },
} as const satisfies Readonly<Record<Exclude<Reception | Monitoring, Letter>, { name: string; part: Part }>>
export type SheetResult = Reception | Monitoring

/** What the sheet of a part can end with: letters, and words of its own. */
export function resultsOf(part: Part): readonly SheetResult[] {
  const words = wordsOf(part)
  return part === 'monitoring' ? words : [...LETTERS, ...words]
}

const wordsOf = (part: Part) =>
  // The keys of a constant object are exactly its type's keys.
  (Object.keys(SHEET_WORDS) as (keyof typeof SHEET_WORDS)[]).filter((word) => SHEET_WORDS[word].part === part)

/** The result as it is read: a letter in quotes, a word as it is. */
export const resultName = (result: SheetResult): string => (isWord(result) ? SHEET_WORDS[result].name : `«${result}»`)

const isWord = (result: SheetResult): result is keyof typeof SHEET_WORDS => Object.hasOwn(SHEET_WORDS, result)

/** No assessment was carried out, or it gives nothing: then the sheet has to say why (Правила, пункты 17–19). */
export const needsExplanation = (result: SheetResult | null): boolean =>
  result !== null && isWord(result) && result !== 'possible'

/** Which list of mass socially significant services an object stands in: only the federal one shortens the term (пункт 29). */
export const MASS_LISTS = {
  federal: 'федеральный перечень МСЗУ',
  regional: 'региональный перечень МСЗУ',
  none: 'нет',
} as const
export type MassList = keyof typeof MASS_LISTS

/** Whether the reception is assessed: only of objects in a list of mass services (сноска к пункту 17). */
export const receptionApplies = (kind: ObjectKind, mass: MassList): boolean =>
  mass !== 'none' && schemeOf(kind).parts.includes('reception')

interface Assessed {
  readonly kind: ObjectKind
  readonly mass: MassList
  /** Results of sheets by part; parts without a sheet are left out. */
  readonly results: Readonly<Partial<Record<Part, SheetResult | null>>>
  /** Parts whose information was asked for and not supplied in time (пункт 21). */
  readonly notSupplied: readonly Part[]
  readonly issued: string
  readonly previous: Previous | undefined
}

/** What the calculator takes of the sheets of an object. */
export function scoreInputOf({ kind, mass, results, notSupplied, issued, previous }: Assessed): ScoreInput {
  const letter = (part: Part): Letter | undefined => LETTERS.find((one) => one === results[part])
  const { reception, monitoring } = results
  return {
    kind,
    mass: mass === 'federal',
    regulation: letter('regulation'),
    reception: reception === 'not_applicable' || reception === 'not_performed' ? reception : letter('reception'),
    laboratory: letter('laboratory'),
    monitoring: monitoring === 'possible' || monitoring === 'impossible' ? monitoring : undefined,
    not_supplied: notSupplied,
    issued,
    previous,
  }
}
