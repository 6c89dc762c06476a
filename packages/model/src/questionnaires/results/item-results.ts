import type { CountedItem } from './counted-items.ts'
import type { Sample } from './sample.ts'
import type { Figures, ItemResult, OptionResult } from './types.ts'

/** One question's answers, counted. */
export function itemResult(counted: CountedItem, sample: Sample): ItemResult {
  const { item, measure } = counted
  const at = (key: string): number => sample.count(item.code, key)
  const [shown, answered, base] = [at('shown'), at('answered'), at('base')]
  return {
    code: item.code,
    type: item.question.type,
    measure: measure ?? null,
    n: { shown, answered, missing: answered - base, skipped: shown - answered },
    options: item.type === 'number' ? [] : optionResults(counted, sample),
    figures: figuresOf(counted, sample),
  }
}

function optionResults({ item, codes, missing }: CountedItem, sample: Sample): OptionResult[] {
  const count = (code: string): number => sample.count(item.code, `=${code}`)
  const listed = (codes ?? sample.values(item.code).toSorted()).map((code): OptionResult => {
    const { value: share, low, high } = sample.share(item.code, [code])
    return { code, count: count(code), share, low, high }
  })
  const apart = missing.map((code) => ({ code, count: count(code), share: null, low: null, high: null }))
  return [...listed, ...apart]
}

function figuresOf({ item, codes = [], missing, isNumeric, tellsSatisfaction }: CountedItem, sample: Sample): Figures {
  const { code, type } = item
  if (tellsSatisfaction) return { satisfied: sample.share(code, ['yes']) }
  if (!isNumeric) return {}
  const mean = sample.mean(code, missing)
  if (type !== 'scale') return { mean }
  if (codes.length === 5) {
    const [best, worst] = [codes.slice(3), codes.slice(0, 2)]
    return { mean, top2: sample.share(code, best), net: sample.net(code, best, worst) }
  }
  if (codes.length !== 10 || codes[0] !== '1') return { mean }
  return { mean, nps: sample.net(code, codes.slice(8), codes.slice(0, 6)) }
}
