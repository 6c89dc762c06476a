import { filterOf, type Filtered } from '../filters/index.ts'
import type { Stem } from '../texts/index.ts'
import { createJudge, type Learned } from './evidence.ts'
import { probabilities } from './learning/blend.ts'
import { vocabularyOf } from './learning/features.ts'
import { wordsJudge } from './learning/words-evidence.ts'
import type { TopicModel } from './model.ts'

export interface Suggestion {
  readonly code: string
  /** 0–1, cut to four decimals so that all together never exceed 1. */
  readonly p: number
  /** Words of the text, as they stand there, that speak for the code. */
  readonly because: readonly string[]
}

export interface Suggested {
  /** Three, the most probable first; fewer where there are fewer codes, none where the text was filtered out. */
  readonly suggestions: readonly Suggestion[]
  /** Sure enough to be taken without a person. */
  readonly auto: boolean
  readonly filtered: Filtered | null
}

const MOST = 3

/** Suggests topics for texts by a model. */
export function createSuggester(model: TopicModel, stem: Stem): (text: string) => Suggested {
  const { codes, blend, auto, rubricator } = model
  const byWords = rubricator && wordsJudge(rubricator, codes, stem)
  const judge = createJudge(codes.length, learnedOf(model), byWords, stem)
  return (text) => {
    const filtered = filterOf(text)
    if (filtered !== null) return { suggestions: [], auto: false, filtered }
    const { evidence, because } = judge(text)
    const chances = probabilities(evidence, blend)
    const best = bestOf(chances)
    return {
      suggestions: best.map((code) => ({
        code: codes[code] ?? '',
        p: cut(chances[code] ?? 0),
        because: because(code),
      })),
      auto: auto !== null && (chances[best[0] ?? 0] ?? 0) >= auto,
      filtered: null,
    }
  }
}

/** The indices of the greatest values, the greatest first; of equal ones the first. */
function bestOf(values: Float64Array): number[] {
  const best: number[] = []
  for (let count = 0; count < Math.min(MOST, values.length); count++) {
    let found = -1
    for (let at = 0; at < values.length; at++)
      if (!best.includes(at) && (found < 0 || (values[at] ?? 0) > (values[found] ?? 0))) found = at
    best.push(found)
  }
  return best
}

const cut = (p: number): number => Math.floor(p * 10_000) / 10_000

function learnedOf({ learned, texts }: TopicModel): Learned | null {
  if (learned === null) return null
  const having = new Map(learned.features.map((feature, at) => [feature, learned.having[at] ?? 0]))
  const weights = {
    codes: learned.codes,
    weights: Float64Array.from(learned.weights),
    bias: Float64Array.from(learned.bias),
  }
  return { vocabulary: vocabularyOf(having, texts), weights, texts }
}
