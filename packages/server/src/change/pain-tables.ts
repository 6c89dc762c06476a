import type { MapState } from '@otklik/model/change/editions'
import type { MeasureState } from '@otklik/model/change/measures'
import type { Source } from '@otklik/model/change'
import type { Feasibility, Flag, PainSettings, Priority } from '@otklik/model/change/pains'
import type { ProblemState } from '@otklik/model/change/problems'
import type { PainFigures } from '@otklik/model/change/api'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** Problems, editions of the map and measures. Who did something stands by name, as people are renamed and papers are not. */
export interface PainTables {
  change_problems: {
    id: Generated<number>
    version: Generated<number>
    name: string
    stage: string | null
    feasibility: Feasibility | null
    flag: Flag | null
    flag_reason: string | null
    topics: string[]
    processes: string[]
    links: JSONColumnType<{ title: string; address: string }[]>
    state: ProblemState
    reason: string | null
    made_by: string
    made_at: Date
  }
  change_priorities: {
    problem_id: number
    process: string
    priority: Priority
    reason: string
    by: string
    at: Date
  }
  change_quotes: { problem_id: number; statement_id: number; place: number }
  change_maps: {
    id: Generated<number>
    period: string
    /** The organisation that editions follow one another in. */
    owner: string
    number: number
    processes: string[]
    state: MapState
    figures: JSONColumnType<PainFigures>
    /** Hash of the figures. */
    seen: string
    made_by: string
    made_who: string
    made_at: Date
    approved_by: string | null
    approved_at: Date | null
  }
  change_measures: {
    id: Generated<number>
    text: string
    processes: string[]
    department: string | null
    person_id: string | null
    person_name: string | null
    /** YYYY-MM-DD, as is `done_on`. */
    due: string
    state: MeasureState
    planned_by: string
    /** As the audit has it: a name may be anybody's. */
    planned_who: string
    planned_at: Date
    approved_by: string | null
    approved_at: Date | null
    done_on: string | null
    reported_by: string | null
    reported_who: string | null
    reported_at: Date | null
    /** Verified or cancelled. */
    ended_by: string | null
    ended_at: Date | null
    /** Why it was returned or cancelled. */
    reason: string | null
    /** The day on which its executor was last reminded. */
    reminded_on: string | null
    /** Since when all whom it concerns are told; null: not verified, or not yet. */
    told_at: Date | null
  }
  change_measure_problems: { measure_id: number; problem_id: number }
  change_evidence: {
    id: Generated<number>
    measure_id: number
    name: string
    address: string | null
    size: number | null
    /** Of before there was a store of files. */
    bytes: ColumnType<Buffer | null, never, never>
    file_id: number | null
    by: string
    at: Date
  }
  change_publications: { problem_id: number; said: string; done: string; by: string; at: Date }
  change_further_declined: { process: string; month: string; reason: string; by: string; at: Date }
  /** Who was told of a measure, by what they said: a row for each of their statements. */
  change_told: { measure_id: number; source: Source; key: string; way: 'letter' | 'page'; news: string; at: Date }
  /** Thresholds of the map; the latest edition holds. */
  change_settings: { edition: Generated<number>; settings: JSONColumnType<PainSettings>; by: string; at: Date }
  /** Campaigns drafted for additional surveys. */
  change_further_drafted: { process: string; month: string; campaign: string; by: string; at: Date }
  change_postponements: {
    measure_id: number
    from_due: string
    to_due: string
    reason: string
    by: string
    at: Date
  }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends PainTables {}
}
