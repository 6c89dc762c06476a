/** What speaks for each code, by three kinds of evidence. */
export interface Evidence {
  /** Logarithms of the learned probabilities; all zero where nothing was learned. */
  readonly learned: Float64Array
  /** Patterns of the rubricator that the text holds. */
  readonly hits: Float64Array
  /** How alike the words of the text and those of the topic are, 0–1. */
  readonly likeness: Float64Array
}

/** How much each kind of evidence counts. */
export interface Blend {
  readonly learned: number
  readonly hits: number
  readonly likeness: number
}

/** Without coded texts, or with few: what did well on short answers with a rubricator of another hand. */
export const USUAL_BLEND: Blend = { learned: 1, hits: 2, likeness: 4 }

/** Probabilities of the codes. */
export function probabilities({ learned, hits, likeness }: Evidence, blend: Blend): Float64Array {
  const scores = learned.map(
    (value, code) => blend.learned * value + blend.hits * (hits[code] ?? 0) + blend.likeness * (likeness[code] ?? 0),
  )
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** A text whose code is known. */
export interface Known {
  readonly evidence: Evidence
  readonly code: number
}

/** As if so many texts more had spoken for the usual blend. */
const USUAL_COUNTS = 4
const STEPS = 200

/**
 * Finds the blend under which the known codes are most probable (a conditional logit with three coefficients), held to the
 * usual one, which decides where few texts are known. The learned part must not have seen the texts it is judged on.
 */
export function fitBlend(known: readonly Known[]): Blend {
  let blend = USUAL_BLEND
  for (let step = 0; step < STEPS; step++) {
    const slope = slopeOf(known, blend)
    const size = 1 / (1 + known.length + USUAL_COUNTS)
    blend = {
      learned: moved(blend.learned, USUAL_BLEND.learned, slope.learned, size),
      hits: moved(blend.hits, USUAL_BLEND.hits, slope.hits, size),
      likeness: moved(blend.likeness, USUAL_BLEND.likeness, slope.likeness, size * 10),
    }
  }
  return blend
}

/** A step up the slope; no evidence ever speaks against a code. */
const moved = (value: number, usual: number, slope: number, size: number): number =>
  Math.max(0, value + size * (slope - (USUAL_COUNTS / usual ** 2) * (value - usual)))

function slopeOf(known: readonly Known[], blend: Blend): Blend {
  const slope = { learned: 0, hits: 0, likeness: 0 }
  for (const { evidence, code } of known) {
    const chances = probabilities(evidence, blend)
    for (const kind of ['learned', 'hits', 'likeness'] as const) {
      const values = evidence[kind]
      slope[kind] += (values[code] ?? 0) - chances.reduce((sum, chance, at) => sum + chance * (values[at] ?? 0), 0)
    }
  }
  return slope
}
