import {
  BUILT_IN_RULES,
  COMPLAINTS,
  isDueBy,
  type Outcome,
  proposedRule,
  type Solved,
  type Source,
} from '@otklik/model/appeals'
import { BUILT_IN_CALENDAR } from '@otklik/model/calendar'
import { addDays, daysBetween } from '@otklik/model/days'
import type { BulkAppeal } from '../../appeals/index.ts'
import { makeRandom, type Random } from '../random.ts'
import { ANSWERS, COLLECTIVE, type DemoText, TEXTS } from './texts.ts'

const SOURCES: readonly (readonly [Source, number])[] = [
  ['pos', 30],
  ['site', 16],
  ['email', 12],
  ['epgu', 10],
  ['post', 8],
  ['do', 5],
  ['reception', 5],
  ['social', 4],
  ['mkgu', 3],
  ['forwarded', 3],
  ['governor', 2],
  ['ideas', 1],
  ['research', 1],
]
/** Appeals come with the seasons: holidays and enrolment in spring, school in September, benefits in December. */
const MONTHS = [0.7, 0.9, 1.2, 1.5, 1, 0.7, 0.6, 1.1, 1.6, 1.1, 0.9, 1.2]
const TOTAL = 2000
const COLLECTIVE_SIZE = 14
const YEAR = 365
const OVERDUE = 3
const REOPENED = 2

export interface DemoAppealsAsk {
  readonly seed: number
  readonly today: string
  readonly authorities: readonly number[]
  /** The executor of the first authority's appeals. */
  readonly executor: { readonly id: string; readonly name: string } | null
}

/** A year of appeals of the demonstration: the same for the same seed and day. */
export function demoAppeals({ seed, today, authorities, executor }: DemoAppealsAsk): BulkAppeal[] {
  const random = makeRandom(seed, 'appeals')
  const days = daysBetween(addDays(today, -YEAR), addDays(today, -1))
  const weights = days.map((day) => MONTHS[Number(day.slice(5, 7)) - 1] ?? 1)
  const made = Array.from({ length: TOTAL }, () => {
    const received = days[random.weighted(weights)] ?? today
    return appealOf(random, random.pick(TEXTS), { received, today })
  })
  const collective = Array.from({ length: COLLECTIVE_SIZE }, () =>
    appealOf(random, { kind: 'application', topic: null, text: COLLECTIVE }, { received: addDays(today, -20), today }),
  )
  return arranged([...made, ...collective], today).map(({ text, ...appeal }, at) => {
    const authority = authorityOf(appeal, at, today, authorities)
    const mine = authority === authorities[0] && executor !== null
    const answer = answerOf(appeal.outcome)
    return {
      appeal,
      authority,
      masked: text,
      more: {
        ...(mine && { executor: executor.id, executor_name: executor.name }),
        ...(answer !== undefined && { answer_masked: answer, answer_way: 'page', answer_published: true }),
      },
    }
  })
}

/** Half of them, and all that there is something to do with, are of the first authority, which has people here. */
function authorityOf(appeal: BulkAppeal['appeal'], at: number, today: string, authorities: readonly number[]): number {
  const [own = 0, ...others] = authorities
  const special = appeal.reopened > 0 || (appeal.answered === null && isLate(appeal, today))
  return special || at % 2 === 0 || others.length === 0 ? own : (others[((at - 1) / 2) % others.length] ?? own)
}

const answerOf = (outcome: Outcome | null): string | undefined =>
  Object.entries<string>(ANSWERS).find(([name]) => name === outcome)?.[1]

type Made = BulkAppeal['appeal'] & { readonly text: string }

function appealOf(random: Random, { kind, topic, text }: DemoText, on: { received: string; today: string }): Made {
  const source =
    kind === 'pretrial' ? 'do' : (SOURCES[random.weighted(SOURCES.map(([, weight]) => weight))]?.[0] ?? 'site')
  const { received, today } = on
  const registered = upTo(addDays(received, random.below(3)), today)
  const waited = Math.max(1, Math.min(60, Math.round(random.logNormal(kind === 'review' ? 6 : 15, 0.5))))
  const answered = registered && upTo(addDays(registered, waited), today)
  const outcome = answered === null ? null : outcomeOf(random, COMPLAINTS.includes(kind))
  const solved = outcome === null || !random.chance(0.35) ? null : solvedOf(random, outcome)
  return {
    number: '',
    service: '',
    kind,
    source,
    received,
    registered,
    rule: registered && proposedRule(kind, source),
    extended_by: 0,
    answered,
    closed: answered && (solved === null ? upTo(addDays(answered, 31), today) : upTo(addDays(answered, 3), today)),
    outcome,
    topics: topic === null ? [] : [topic],
    duplicate_of: null,
    void: false,
    asked: answered,
    solved,
    reopened: 0,
    text,
  }
}

const upTo = (day: string, today: string): string | null => (day < today ? day : null)

function outcomeOf(random: Random, complaint: boolean): Outcome {
  const words = ['satisfied', 'partly', 'explained', 'refused'] as const
  return words[random.weighted(complaint ? [30, 12, 18, 40] : [25, 5, 65, 5])] ?? 'explained'
}

function solvedOf(random: Random, outcome: Outcome): Solved {
  const weights = outcome === 'satisfied' ? [75, 15, 10] : outcome === 'refused' ? [10, 20, 70] : [50, 25, 25]
  return (['yes', 'partly', 'no'] as const)[random.weighted(weights)] ?? 'yes'
}

/** Of what waits for an answer exactly so many are late, and of the latest answers two were reopened. */
function arranged(made: readonly Made[], today: string): Made[] {
  let [late, reopened] = [0, 0]
  return made.map((one) => {
    if (one.registered === null) return one
    if (one.answered === null) {
      if (!isLate(one, today) || ++late <= OVERDUE) return one
      return { ...one, answered: addDays(today, -1), asked: addDays(today, -1), outcome: 'explained' as const }
    }
    const lately = one.closed === null && one.answered > addDays(today, -20) && one.kind === 'complaint'
    return lately && ++reopened <= REOPENED ? { ...one, reopened: 1, solved: 'no' as const } : one
  })
}

function isLate({ registered, rule: code }: BulkAppeal['appeal'], today: string): boolean {
  const rule = BUILT_IN_RULES.find((one) => one.code === code)
  return (
    rule !== undefined &&
    registered !== null &&
    isDueBy({ from: registered, rule, extended_by: 0 }, addDays(today, -1), BUILT_IN_CALENDAR)
  )
}
