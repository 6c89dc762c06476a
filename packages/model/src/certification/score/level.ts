import type { Letter } from '../kinds.ts'
import type { Monitoring, Reception, ScoreInput } from './input.ts'
import { MONITORING_POINTS, NOT_APPLICABLE_POINTS, type Part, PARTS, type Scheme } from './schemes.ts'

/** The level in percent with its parts, in whole hundredths of a point, and the sentences that explain them. */
export interface Level {
  readonly level: number
  readonly parts: Readonly<Partial<Record<Part, number>>>
  readonly reasons: readonly string[]
}

interface Counted {
  readonly part: Part
  readonly points: number
  readonly reason: string
}

/** Adds up the parts; one of them at 0 makes the whole level 0 (Правила, пункты 18–21, 37). */
export function levelOf(input: ScoreInput, scheme: Scheme): Level {
  const counted = scheme.parts.map((part) => countPart(part, input, scheme))
  const empty = counted.filter(({ points }) => points === 0).map(({ part }) => part)
  const sum = counted.reduce((total, { points }) => total + points, 0)
  return {
    level: empty.length > 0 ? 0 : sum,
    parts: Object.fromEntries(counted.map(({ part, points }) => [part, points])),
    reasons: [
      ...counted.map(({ reason }) => reason),
      ...receptionDoubt(input),
      empty.length > 0 ? zeroReason(empty, scheme) : `Уровень – сумма баллов: ${sum} % (${scheme.cited.zero}).`,
    ],
  }
}

function countPart(part: Part, input: ScoreInput, scheme: Scheme): Counted {
  const { title } = PARTS[part]
  const value = input[part]
  if (input.not_supplied.includes(part) || value === undefined)
    return { part, points: 0, reason: `${title}: запрошенная информация не представлена – 0 баллов (п. 21).` }
  const { points, why } = isWord(value) ? WORDS[value] : letterWorth(value, scheme)
  return { part, points, reason: `${title}: ${why}.` }
}

interface Worth {
  readonly points: number
  readonly why: string
}

/** What a part can get besides a letter. */
const WORDS = {
  not_applicable: {
    points: NOT_APPLICABLE_POINTS,
    why: `неприменима – ${inPoints(NOT_APPLICABLE_POINTS)} (п. 18, абзац третий)`,
  },
  not_performed: { points: 0, why: 'личный приём требуется актом, но не ведётся – 0 баллов (п. 18, абзац второй)' },
  possible: { points: MONITORING_POINTS, why: `возможны – ${inPoints(MONITORING_POINTS)} (п. 19, абзац третий)` },
  impossible: { points: 0, why: 'технической возможности нет – 0 баллов (п. 19, абзац четвёртый)' },
} as const satisfies Record<Exclude<Reception | Monitoring, Letter>, Worth>

const isWord = (value: Reception | Monitoring): value is keyof typeof WORDS => Object.hasOwn(WORDS, value)

const letterWorth = (letter: Letter, { points, cited }: Scheme): Worth => ({
  points: points[letter],
  why: `«${letter}» – ${inPoints(points[letter])} (${cited.points})`,
})

/** The Правила bind reception to the lists; who has put an object in one and not assessed the reception may have erred. */
function receptionDoubt({ mass, reception }: ScoreInput): string[] {
  if (!mass || reception !== 'not_applicable') return []
  return ['Объект в перечне МСЗУ: обычно личный приём у таких оценивают (сноска к п. 17), проверьте это.']
}

function zeroReason(empty: readonly Part[], { cited }: Scheme): string {
  const named = empty.map((part) => PARTS[part].of).join(', ')
  return `0 баллов по ${named} – уровень 0 % по правилу нулевого показателя (${cited.zero}).`
}

/** Hundredths in words: 25 is «0,25 балла». */
function inPoints(hundredths: number): string {
  return hundredths === 0 ? '0 баллов' : `${String(hundredths / 100).replace('.', ',')} балла`
}
