/** A text as the model would have judged it without having learned from it. */
export interface Judged {
  /** Codes by index, the most probable first. */
  readonly order: readonly number[]
  readonly p: number
  readonly code: number
}

/** Shares in percent; null where nothing was judged. */
export interface Quality {
  readonly top1: number | null
  readonly top3: number | null
  readonly macro_f1: number | null
}

export function qualityOf(judged: readonly Judged[]): Quality {
  if (judged.length === 0) return { top1: null, top3: null, macro_f1: null }
  const share = (within: number): number =>
    (100 * judged.filter(({ order, code }) => order.slice(0, within).includes(code)).length) / judged.length
  return { top1: share(1), top3: share(3), macro_f1: macroF1(judged) }
}

/** The mean over the codes that occur of the harmonic mean of precision and recall, in percent. */
function macroF1(judged: readonly Judged[]): number {
  const codes = [...new Set(judged.map(({ code }) => code))]
  const sum = codes.reduce((total, code) => {
    const named = judged.filter(({ order }) => order[0] === code).length
    const there = judged.filter((one) => one.code === code).length
    const right = judged.filter((one) => one.code === code && one.order[0] === code).length
    return total + (2 * right) / (named + there)
  }, 0)
  return (100 * sum) / codes.length
}

const RIGHT = 0.95
/** Fewer accepted texts can all be right by luck. */
const FEWEST = 20

/** The lowest probability from which on at least 95 of 100 first suggestions were right; null where there is none. */
export function autoFrom(judged: readonly Judged[]): number | null {
  const surest = judged.toSorted((one, other) => other.p - one.p)
  let right = 0
  let from: number | null = null
  surest.forEach(({ order, code, p }, at) => {
    if (order[0] === code) right++
    // Texts of one probability are accepted together or not at all.
    const last = surest[at + 1]?.p !== p
    if (last && at + 1 >= FEWEST && right / (at + 1) >= RIGHT) from = p
  })
  return from
}
