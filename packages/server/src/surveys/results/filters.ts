import type { QueryOf } from '@otklik/model/api'
import type { readResults } from '@otklik/model/surveys/api'

export type ResultsAsked = QueryOf<typeof readResults>

/** Where sums are kept: over all, by source, by source with its link and day. */
export type Sums = 'survey_totals' | 'survey_sources' | 'survey_tally'

/** What narrows the answers, as a condition over `survey_sets` or the sums that it needs, with its parameters. */
export interface Filter {
  readonly sql: string
  readonly params: Readonly<Record<string, unknown>>
  /** The smallest that has what it asks of. */
  readonly sums: Sums
}

interface Subject {
  readonly campaign: number
  readonly version: number
  /** Number of the link that was asked for; undefined: none was. */
  readonly link: number | undefined
}

/** Conditions by what is asked for; the parameter has the same name. */
const CONDITIONS = {
  from: 'day >= {from:Date}',
  to: 'day <= {to:Date}',
  service: 'service = {service:String}',
  office: 'toString(office) = {office:String}',
  channel: 'channel = {channel:String}',
  language: 'language = {language:String}',
} as const satisfies Partial<Record<keyof ResultsAsked, string>>
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
const NAMES = Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]

export function filterOf(asked: ResultsAsked, { campaign, version, link }: Subject): Filter {
  const given = NAMES.filter((name) => asked[name] !== undefined)
  const own = given.map((name) => CONDITIONS[name])
  const narrowing = link === undefined ? own : [...own, 'link = {link:UInt32}']
  return {
    sql: ['campaign = {campaign:UInt32}', 'version = {version:UInt16}', ...narrowing].join(' AND '),
    params: { campaign, version, link: link ?? 0, ...Object.fromEntries(given.map((name) => [name, asked[name]])) },
    sums: sumsFor(given, link),
  }
}

function sumsFor(given: readonly (keyof typeof CONDITIONS)[], link: number | undefined): Sums {
  if (link !== undefined || given.includes('from') || given.includes('to')) return 'survey_tally'
  return given.length > 0 ? 'survey_sources' : 'survey_totals'
}
