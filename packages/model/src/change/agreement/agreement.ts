import { round4 } from '../../indicators/index.ts'

/** What one coder gave each text, the main code first; an empty list: no topic. */
export type Coding = ReadonlyMap<string | number, readonly string[]>

export interface Agreement {
  /** Texts that both coded. */
  readonly n: number
  /** Share of them with the same main code, in percent. */
  readonly agree: number | null
  /** Cohen's kappa of the main codes with its 95 % interval, −1 to 1; null where chance alone explains all or there is no text. */
  readonly kappa: number | null
  readonly low: number | null
  readonly high: number | null
  /** For each code: kappa of whether it was given at all. */
  readonly by_code: Readonly<Record<string, { readonly kappa: number | null }>>
}

const Z = 1.959964

/** How far two coders agree beyond chance, over the texts that both coded. */
export function agreementOf(first: Coding, second: Coding): Agreement {
  const pairs = [...first].flatMap(([id, codes]) => {
    const others = second.get(id)
    return others === undefined ? [] : [{ codes, others }]
  })
  const main = kappaOf(pairs.map(({ codes, others }) => [codes[0] ?? '', others[0] ?? '']))
  const used = [...new Set(pairs.flatMap(({ codes, others }) => [...codes, ...others]))].toSorted()
  const spread =
    main && Z * Math.sqrt((main.observed * (1 - main.observed)) / (pairs.length * (1 - main.expected) ** 2))
  return {
    n: pairs.length,
    agree: pairs.length === 0 ? null : round4((100 * pairs.filter(isSame).length) / pairs.length),
    kappa: main && round4(main.kappa),
    low: main && spread !== null ? round4(Math.max(-1, main.kappa - spread)) : null,
    high: main && spread !== null ? round4(Math.min(1, main.kappa + spread)) : null,
    by_code: Object.fromEntries(used.map((code) => [code, { kappa: kappaOfCode(pairs, code) }])),
  }
}

interface Pair {
  readonly codes: readonly string[]
  readonly others: readonly string[]
}

const isSame = ({ codes, others }: Pair): boolean => (codes[0] ?? '') === (others[0] ?? '')

function kappaOfCode(pairs: readonly Pair[], code: string): number | null {
  const found = kappaOf(pairs.map(({ codes, others }) => [String(codes.includes(code)), String(others.includes(code))]))
  return found && round4(found.kappa)
}

/** κ = (pₒ − pₑ) / (1 − pₑ): agreement observed against that of two coders who draw from their own shares. */
function kappaOf(
  pairs: readonly (readonly [string, string])[],
): { kappa: number; observed: number; expected: number } | null {
  const n = pairs.length
  if (n === 0) return null
  const shares = [0, 1].map((side) => Map.groupBy(pairs, (pair) => pair[side] ?? ''))
  const observed = pairs.filter(([one, other]) => one === other).length / n
  const expected = [...(shares[0] ?? [])].reduce(
    (sum, [code, mine]) => sum + (mine.length / n) * ((shares[1]?.get(code)?.length ?? 0) / n),
    0,
  )
  return expected < 1 ? { kappa: (observed - expected) / (1 - expected), observed, expected } : null
}
