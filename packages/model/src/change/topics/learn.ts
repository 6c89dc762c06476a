import { groupsOf } from '../duplicates/index.ts'
import type { Rubricator } from '../rubricator/index.ts'
import { currentTopics } from '../rubricator/index.ts'
import { remember, type Stem, wordsIn } from '../texts/index.ts'
import { createJudge, type Judge, type Learned } from './evidence.ts'
import { complementBayes } from './learning/bayes.ts'
import { type Blend, fitBlend, type Known, probabilities, USUAL_BLEND } from './learning/blend.ts'
import { countFeatures, knownFeatures, vectorOf, vocabularyOf } from './learning/features.ts'
import { foldsOf } from './learning/folds.ts'
import { autoFrom, type Judged, qualityOf } from './learning/quality.ts'
import { logisticRegression } from './learning/regression.ts'
import type { Example } from './learning/weights.ts'
import { type WordsJudge, wordsJudge } from './learning/words-evidence.ts'
import type { TopicModel } from './model.ts'

/** A text with its codes as a person gave them, the main one first; at least one. */
export interface CodedText {
  readonly text: string
  readonly codes: readonly string[]
}

/** From so many coded texts on regression does better than Bayes. */
const ENOUGH_FOR_REGRESSION = 100
/** With fewer there is nothing to judge the model by. */
const ENOUGH_TO_JUDGE = 10
/** Of a text with several codes the main one has so much, the others the rest in equal parts. */
const OF_MAIN = 2 / 3

/**
 * Learns to suggest topics from coded texts and the words of a rubricator, either of which may be missing. What is said of
 * its quality comes from cross-validation: every text is judged by a model that has not seen it.
 */
export function learnTopics(coded: readonly CodedText[], rubricator: Rubricator | null, stem: Stem): TopicModel {
  const codes = codesOf(coded, rubricator)
  const known = remember(stem)
  const byWords = rubricator && wordsJudge(rubricator, codes.all, known)
  const groups = groupsOf(coded.map(({ text }) => text))
  const judged = crossValidate(coded, codes, groups, byWords, known)
  const blend = blendOf(judged, coded.length, rubricator)
  const final = judged.map(({ evidence, code }) => judgedBy(evidence, blend, code))
  const learned = learn(coded, codes, groups, known)
  return {
    format: 'otklik-topics/1',
    rubricator,
    codes: codes.all,
    texts: coded.length,
    learned: learned && kept(learned),
    blend,
    auto: autoFrom(final),
    quality: qualityOf(final),
  }
}

interface Codes {
  readonly all: string[]
  /** How many of them texts are coded with: they come first. */
  readonly learned: number
}

function codesOf(coded: readonly CodedText[], rubricator: Rubricator | null): Codes {
  const used = [...new Set(coded.flatMap(({ codes }) => codes))].toSorted()
  const others = rubricator ? currentTopics(rubricator).map(({ code }) => code) : []
  return { all: [...used, ...others.filter((code) => !used.includes(code))], learned: used.length }
}

interface Fit extends Learned {
  readonly method: 'bayes' | 'regression'
  readonly having: ReadonlyMap<string, number>
}

/** Null where the texts have nothing in common or only one code: there is nothing to tell apart. */
function learn(coded: readonly CodedText[], codes: Codes, groups: readonly number[], stem: Stem): Fit | null {
  const texts = coded.map(({ text }) => wordsIn(text))
  const having = countFeatures(texts, groups, stem)
  if (having.size === 0 || codes.learned < 2) return null
  const vocabulary = vocabularyOf(having, coded.length)
  const examples: Example[] = coded.map(({ codes: own }, at) => ({
    vector: vectorOf(
      (texts[at] ?? []).map(({ word }) => knownFeatures(word, stem, vocabulary)),
      vocabulary,
    ),
    target: targetOf(own, codes),
  }))
  const bayes = complementBayes(examples, having.size, codes.learned)
  const method = coded.length < ENOUGH_FOR_REGRESSION ? 'bayes' : 'regression'
  const weights = method === 'bayes' ? bayes : logisticRegression(examples, bayes)
  return { method, having, vocabulary, weights, texts: coded.length }
}

function targetOf(own: readonly string[], { all, learned }: Codes): Float64Array {
  const target = new Float64Array(learned)
  own.forEach((code, at) => {
    const share = own.length === 1 ? 1 : at === 0 ? OF_MAIN : (1 - OF_MAIN) / (own.length - 1)
    const index = all.indexOf(code)
    target[index] = (target[index] ?? 0) + share
  })
  return target
}

/** What each text looks like to a model that learned from the other parts only. */
function crossValidate(
  coded: readonly CodedText[],
  codes: Codes,
  groups: readonly number[],
  byWords: WordsJudge | null,
  stem: Stem,
): Known[] {
  if (coded.length < ENOUGH_TO_JUDGE) return []
  const folds = foldsOf(groups)
  const judges = new Map<number, Judge>()
  for (const fold of new Set(folds)) {
    const others = coded.flatMap((one, at) => (folds[at] === fold ? [] : [{ one, group: groups[at] ?? at }]))
    const learned = learn(
      others.map(({ one }) => one),
      codes,
      others.map(({ group }) => group),
      stem,
    )
    judges.set(fold, createJudge(codes.all.length, learned, byWords, stem))
  }
  return coded.flatMap(({ text, codes: [main = ''] }, at) => {
    const evidence = judges.get(folds[at] ?? 0)?.(text).evidence
    return evidence ? [{ evidence, code: codes.all.indexOf(main) }] : []
  })
}

function blendOf(known: readonly Known[], texts: number, rubricator: Rubricator | null): Blend {
  const fitted = fitBlend(known)
  return {
    learned: texts === 0 ? 0 : fitted.learned,
    hits: rubricator ? fitted.hits : 0,
    likeness: rubricator ? fitted.likeness : USUAL_BLEND.likeness,
  }
}

function judgedBy(evidence: Known['evidence'], blend: Blend, code: number): Judged {
  const chances = probabilities(evidence, blend)
  const order = [...chances.keys()].toSorted((one, other) => (chances[other] ?? 0) - (chances[one] ?? 0))
  return { order, p: chances[order[0] ?? 0] ?? 0, code }
}

/** Digits of the weights that are kept: more change no suggestion. */
const DIGITS = 5
const rounded = (values: Float64Array): number[] => Array.from(values, (value) => Number(value.toPrecision(DIGITS)))

const kept = ({ method, having, weights }: Fit): TopicModel['learned'] => ({
  method,
  codes: weights.codes,
  features: [...having.keys()],
  having: [...having.values()],
  weights: rounded(weights.weights),
  bias: rounded(weights.bias),
})
