import type { Prepared } from '@otklik/model/questionnaires'
import type { Brought, OpenedCampaign } from '../../surveys/index.ts'
import { isoDay, parseDay } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { DemoCampaign } from './campaigns.ts'
import { answersOf } from './respondent.ts'

/** Null: the address without a link. */
export type Source = {
  readonly id: number
  readonly code: string
  readonly office_id: number | null
  readonly channel: Brought['channel']
} | null

export interface Asked {
  readonly campaign: DemoCampaign
  readonly opened: OpenedCampaign
  readonly form: Prepared
  readonly sources: readonly Source[]
  readonly today: string
  /** Days ago: from the first, up to the day before the second. */
  readonly from: number
  readonly to: number
  readonly random: Random
}

const TRACE_DAYS = 90
const DEVICES = ['phone', 'phone', 'phone', 'computer', 'tablet'] as const

/** One answer: on some day, by some link, of a person as content as people are there by then. */
export function broughtBy({ campaign, opened, form, sources, today, from, to, random }: Asked): Brought {
  const ago = Math.max(1, to + 1 + random.below(from - to))
  const day = isoDay(parseDay(today) - ago)
  const hour = 9 + random.weighted([4, 7, 9, 8, 6, 5, 5, 6, 7, 6, 4, 2])
  const source = random.pick(sources)
  const attributes = attributesOf(source)
  const person = { mood: moodOf(campaign, ago, source, random), attributes, lists: opened.lists }
  const { answers, other } = answersOf(form, person, random)
  const seconds = Math.max(20, random.logNormal(12 * form.questions.length, 0.5))
  return {
    id: uuidOf(random),
    linkId: source?.id ?? null,
    service: toldService(form, answers),
    office: source?.office_id ?? null,
    channel: source?.channel ?? 'open',
    language: 'ru',
    day,
    hour,
    answers,
    other,
    attributes,
    keepsTrace: ago < TRACE_DAYS,
    trace: {
      finished_at: new Date(
        `${day}T${String(hour).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')}:00+03:00`,
      ),
      seconds,
      times: Object.fromEntries(
        opened.document.pages.map(({ code }) => [code, seconds / opened.document.pages.length]),
      ),
      source: uuidOf(random).replaceAll('-', ''),
      proof: random.chance(0.93) ? 'good' : 'none',
      trap: false,
      script: random.chance(0.97),
      device: random.pick(DEVICES),
    },
  }
}

/** The one service that a person has named. */
function toldService(form: Prepared, answers: Readonly<Record<string, unknown>>): string | null {
  const question = form.questions.find(({ question: { measure } }) => measure === 'service')?.question
  const told = question === undefined ? [] : [answers[question.code] ?? []].flat()
  return told.length === 1 && typeof told[0] === 'string' ? told[0] : null
}

function attributesOf(source: Source): Record<string, string> {
  if (source === null) return { channel: 'open' }
  const { channel, code, office_id } = source
  return { channel, link: code, ...(office_id !== null && { office: String(office_id) }) }
}

/** The same office is a little better or worse all the time; people differ more than offices. */
function moodOf(
  { mood: [first, last], begins, ends }: DemoCampaign,
  ago: number,
  source: Source,
  random: Random,
): number {
  const done = (begins - ago) / Math.max(1, begins - ends)
  const office = (((source?.office_id ?? 0) % 5) - 2) * 0.03
  return Math.min(1, Math.max(0, first + (last - first) * done + office + 0.2 * random.normal()))
}

/** A random UUID of the demonstration's own chance. */
function uuidOf(random: Random): string {
  const hex = Array.from({ length: 32 }, (_, at) =>
    (at === 12 ? 4 : at === 16 ? 8 + random.below(4) : random.below(16)).toString(16),
  )
  return [8, 4, 4, 4, 12]
    .reduce<{ parts: string[]; from: number }>(
      ({ parts, from }, length) => ({
        parts: [...parts, hex.slice(from, from + length).join('')],
        from: from + length,
      }),
      { parts: [], from: 0 },
    )
    .parts.join('-')
}
