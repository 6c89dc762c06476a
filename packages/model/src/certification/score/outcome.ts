import type { Previous } from './input.ts'
import { type Band, bandOf, type Scheme } from './schemes.ts'

/** What is given: a certificate for three years, one for the short term with a conclusion, or the conclusion alone. */
export type Outcome = 'three_years' | 'short_term' | 'conclusion'

export interface Decision {
  readonly outcome: Outcome
  /** How many times in a row the level has now been repeated exactly. */
  readonly equalRepeats: number
  readonly reasons: readonly string[]
}

const BY_BAND: Readonly<Record<Band, Outcome>> = { high: 'three_years', middle: 'short_term', low: 'conclusion' }

/** What a level gives at a first certification (Правила, пункты 22, 23, 38, 39). */
export function firstDecision(level: number, scheme: Scheme): Decision {
  const band = bandOf(level, scheme)
  return { outcome: BY_BAND[band], equalRepeats: 0, reasons: [bandReason(level, band, scheme)] }
}

/** Whether the repetition may not start: it builds on a road map that was carried out (пункт 31, абзац 2). */
export const lacksRoadMap = ({ level, road_map_done }: Previous, scheme: Scheme): boolean =>
  bandOf(level, scheme) !== 'high' && !road_map_done

/**
 * What a level gives at a repeated certification (пункты 30, 31). Where the points leave a choice it is made so, and the
 * reasons say it: a lower level that is still high gives three years, for paragraph 1 is the special rule beside
 * paragraph 3; from middle to high gives three years by the point about results.
 */
export function repeatedDecision(level: number, previous: Previous, scheme: Scheme): Decision {
  const band = bandOf(level, scheme)
  const equalRepeats = level === previous.level ? previous.equal_repeats + 1 : 0
  const { outcome, reason } = judge({ level, band, equalRepeats, previous, scheme })
  return { outcome, equalRepeats, reasons: [bandReason(level, band, scheme), reason] }
}

interface Repetition {
  readonly level: number
  readonly band: Band
  readonly equalRepeats: number
  readonly previous: Previous
  readonly scheme: Scheme
}
interface Judged {
  readonly outcome: Outcome
  readonly reason: string
}

function judge({ level, band, equalRepeats, previous, scheme }: Repetition): Judged {
  const before = bandOf(previous.level, scheme)
  const from = scheme.from.high
  const only = (reason: string): Judged => ({ outcome: 'conclusion', reason })
  if (band === 'low') return only('Повторная сертификация: уровень низкий – только заключение.')
  if (equalRepeats > 1 && level < 100)
    return only(
      `Уровень ${level} % повторён ${equalRepeats}-й раз подряд, а без повышения допускается один раз – только заключение (п. 31, абзацы третий и четвёртый).`,
    )
  if (before === 'high' && band === 'middle')
    return only(
      `Прежний уровень ${previous.level} % был высоким, новый ниже ${from} % – только заключение (п. 31, абзацы первый и третий).`,
    )
  if (band === 'middle' && level < previous.level)
    return only(`Уровень понизился с ${previous.level} % до ${level} % – только заключение (п. 31, абзац третий).`)
  return certified({ level, band, equalRepeats, previous, scheme }, before)
}

function certified({ level, band, equalRepeats, previous, scheme }: Repetition, before: Band): Judged {
  const outcome = BY_BAND[band]
  if (equalRepeats > 0)
    return {
      outcome,
      reason:
        level === 100
          ? 'Уровень 100 % повторён: число повторений не ограничено (п. 31, абзац третий).'
          : `Уровень ${level} % повторён без повышения: один раз это допускается (п. 31, абзац третий).`,
    }
  if (level < previous.level)
    return {
      outcome,
      reason: `Уровень понизился с ${previous.level} % до ${level} %, но остался не ниже ${scheme.from.high} %: применён абзац первый п. 31 как специальное правило, а не абзац третий; понижение подтверждает Аналитический центр.`,
    }
  if (before === 'high') return { outcome, reason: `Высокий уровень подтверждён (п. 31, абзац первый).` }
  return {
    outcome,
    reason:
      band === 'high'
        ? `Уровень стал высоким: сертификат на 3 года по ${scheme.cited.high}, а не на короткий срок абзаца второго п. 31.`
        : 'Дорожная карта реализована, уровень не ниже прежнего (п. 31, абзац второй).',
  }
}

function bandReason(level: number, band: Band, { from, cited }: Scheme): string {
  if (band === 'high')
    return `Уровень ${level} % не ниже ${from.high} % – высокий: предусмотрен сертификат (${cited.high}).`
  if (band === 'middle')
    return `Уровень ${level} % не ниже ${from.middle} %, но ниже ${from.high} % – средний: предусмотрены сертификат и заключение (${cited.middle}).`
  return `Уровень ${level} % ниже ${from.middle} % – низкий: только заключение, объект подлежит доработке (${cited.low}).`
}
