import type { Source } from '@otklik/model/change'
import type { Topic } from '@otklik/model/change/rubricator'
import type { Filtered } from '@otklik/model/change/filters'
import type { ProcessKind } from '@otklik/model/change'
import type { Generated, JSONColumnType } from 'kysely'

/** Who coded a statement, before it was coded otherwise: what an undo brings back. */
export interface CodedBefore {
  readonly id: number
  readonly codes: readonly string[] | null
  readonly coder: string | null
  readonly coderWho: string | null
}

export interface StatementTables {
  /** What has a map: services of the register under their number, and what no service stands for. */
  change_processes: {
    id: string
    name: string
    kind: ProcessKind
    authority_id: number | null
    region: string | null
  }
  /** Texts are masked before they get here. Days are `YYYY-MM-DD` of local time. */
  change_statements: {
    id: Generated<number>
    source: Source
    /** What it came with, and what it is known by there: taken in once. */
    batch: string
    key: string
    process: string
    stage: string | null
    channel: string | null
    day: string
    text: string
    /** Stems of its words between blanks, for the search. */
    stems: string
    weight: Generated<number>
    rating: number | null
    request: string | null
    filtered: Filtered | null
    codes: string[] | null
    coder: string | null
    /** As the audit has it; `model` where no person did. */
    coder_who: string | null
    coded_at: Date | null
    second_codes: string[] | null
    second_coder: string | null
    second_who: string | null
    /** The first of those that say the same; itself where none does. */
    twin: Generated<number>
  }
  /** How far each batch of a source was taken in. */
  change_intakes: { source: Source; batch: string; statements: number; at: Date }
  /** What each coding changed, for its undo. */
  change_codings: {
    id: Generated<number>
    statement_id: number
    who: string
    at: Date
    blind: boolean
    before: JSONColumnType<CodedBefore[]>
    undone: Generated<boolean>
  }
  change_rubricators: { edition: number; topics: JSONColumnType<Topic[]>; made_by: string; made_at: Date }
  /** What suggests topics, by when it was learned; the latest holds. */
  change_models: {
    id: Generated<number>
    learned_at: Date
    edition: number
    texts: number
    top1: number | null
    top3: number | null
    auto: number | null
    /** As `otklik topics learn` writes it. */
    body: string
  }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends StatementTables {}
}
