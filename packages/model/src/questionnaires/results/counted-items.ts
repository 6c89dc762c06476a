import type { Item, Prepared } from '../answering/index.ts'
import { measureOf } from '../measures/series.ts'
import { notOfSatisfaction } from '../measures/table.ts'

/** An item as it is counted. */
export interface CountedItem {
  readonly item: Item
  readonly measure: string | undefined
  /** Options or points in the order of results; undefined: whatever occurs, sorted. Of open questions none. */
  readonly codes: readonly string[] | undefined
  /** Options outside every base, listed last. */
  readonly missing: readonly string[]
  /** Answers are points of a scale or numbers. */
  readonly isNumeric: boolean
  /** «Да» of this means content. */
  readonly tellsSatisfaction: boolean
}

/** What results are counted of, made once for a questionnaire. */
export interface ResultPlan {
  readonly form: Prepared
  readonly items: readonly CountedItem[]
  readonly byCode: ReadonlyMap<string, CountedItem>
  /** Items of measures `criterion.…`, with their weights in the index. */
  readonly criteria: readonly { readonly code: string; readonly weight: number }[]
}

export function planResults(form: Prepared): ResultPlan {
  const items = [...form.items.values()].filter(({ type }) => type !== 'note').map(countedItem)
  const weights = form.questionnaire.csi?.weights ?? {}
  const weightOf = (name: string): number | undefined => (Object.hasOwn(weights, name) ? weights[name] : undefined)
  const criteria = items
    .filter(({ item, measure }) => item.type === 'scale' && measure?.startsWith('criterion.'))
    .map(({ item: { code }, measure = '' }) => ({ code, weight: weightOf(measure) ?? weightOf(code) ?? 1 }))
  return { form, items, byCode: new Map(items.map((counted) => [counted.item.code, counted])), criteria }
}

function countedItem(item: Item): CountedItem {
  const missing = missingCodes(item)
  const measure = measureOf(item)
  const codes = codesOf(item)?.filter((code) => !missing.includes(code))
  const isYesNo = item.type === 'one' && codes?.length === 2 && codes.includes('yes') && codes.includes('no')
  return {
    item,
    measure,
    codes,
    missing,
    isNumeric: item.type === 'scale' || item.type === 'number',
    tellsSatisfaction: isYesNo && !notOfSatisfaction.has(measure ?? ''),
  }
}

/** All options of a scale are outside of it. */
const missingCodes = ({ type, options }: Item): string[] =>
  [...options.values()].filter((option) => option.missing || type === 'scale').map(({ code }) => code)

function codesOf({ type, options, entries, question: { min, max } }: Item): string[] | undefined {
  if (type === 'one' || type === 'many') return [...options.keys()]
  if (type === 'list') return entries && [...entries]
  if (type !== 'scale' || typeof min !== 'number' || typeof max !== 'number') return []
  return Array.from({ length: max - min + 1 }, (_, at) => String(min + at))
}
