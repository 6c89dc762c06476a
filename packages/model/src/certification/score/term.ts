import { addDays } from '../../days/index.ts'
import { dayInFigures } from '../../print/index.ts'
import { lastDayOfTerm } from '../days.ts'
import type { ScoreInput } from './input.ts'
import type { Scheme } from './schemes.ts'

const SHORT_TERM_DAYS = 180

/** The first and last day of a certificate, both within it. */
export interface Term {
  readonly from: string
  readonly to: string
  readonly reasons: readonly string[]
}

/** From when until when a certificate holds (Правила, пункты 29, 31). */
export function termOf(outcome: 'three_years' | 'short_term', input: ScoreInput, { cited }: Scheme): Term {
  const { from, reason } = startOf(input)
  const reasons = [reason]
  const ending = (to: string, length: string): Term => ({
    from,
    to,
    reasons: [...reasons, `Срок действия ${length}: по ${dayInFigures(to)} включительно (${cited.term}).`],
  })
  if (outcome === 'three_years') return ending(lastDayOfTerm(from, 3), '3 года')
  if (input.mass)
    return ending(addDays(from, SHORT_TERM_DAYS - 1), '180 календарных дней, объект в федеральном перечне МСЗУ')
  return ending(lastDayOfTerm(from, 1), '1 год, объекта нет в федеральном перечне МСЗУ')
}

function startOf({ issued, previous }: ScoreInput): { from: string; reason: string } {
  if (previous === undefined)
    return { from: issued, reason: `Сертификат действует с даты выдачи ${dayInFigures(issued)}.` }
  if (previous.withdrawn)
    return {
      from: issued,
      reason: `Прежний сертификат отозван (п. 30 «б»): новый – с даты выдачи ${dayInFigures(issued)}.`,
    }
  const next = addDays(previous.valid_to, 1)
  if (next < issued)
    return { from: issued, reason: `Прежний срок истёк до выдачи: новый – с даты выдачи ${dayInFigures(issued)}.` }
  return { from: next, reason: `Новый срок – с истечения прежнего (п. 31): с ${dayInFigures(next)}.` }
}
