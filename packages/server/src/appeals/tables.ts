import type {
  AppealEvent,
  AppealState,
  Kind,
  Outcome,
  QuarterMetrics,
  Solved,
  Source,
  TermRule,
} from '@otklik/model/appeals'
import type { AppealFile, AppealMapping, AppealsLoad } from '@otklik/model/appeals/api'
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'

/** Days are `YYYY-MM-DD`. What ends in `_sealed` is sealed by the key of records, and null once it is erased. */
export interface AppealTables {
  appeals: {
    id: GeneratedAlways<number>
    authority_id: number
    /** `ОТ-YYYY-NNNNNN`, without gaps within the authority and year; null: only received. */
    number: string | null
    service: string | null
    office: string | null
    request_id: string | null
    kind: Kind
    source: Source
    external_number: string | null
    /** Of a complaint of the daily packages: what it is known again by. */
    fact_key: string | null
    state: AppealState
    received: string
    registered: string | null
    rule: string | null
    /** From which day the term that runs now is counted: of registration, or of being reopened. */
    term_from: string | null
    /** By how many days the term of the first answer was extended. */
    extended_by: Generated<number>
    /** The same of the term that runs now: a new term after a reopening can be extended anew. */
    term_extended: Generated<number>
    due: string | null
    act_by: string | null
    /** The last day in time of the first answer: a new term after that does not make it late. */
    first_due: string | null
    executor: string | null
    executor_name: string | null
    /** The day of the first answer on the merits, and of the latest. */
    answered: string | null
    last_answered: string | null
    closed: string | null
    outcome: Outcome | null
    topics: string[]
    duplicate_of: number | null
    forwarded_to: string | null
    asked: string | null
    solved: Solved | null
    reopened: Generated<number>
    masked: string
    folded: string
    original_sealed: string | null
    contact_sealed: string | null
    /** Keyed hash of the contact: finds other appeals of the same person. */
    contact_key: string | null
    answer_masked: string | null
    answer_sealed: string | null
    answer_way: string | null
    answer_published: Generated<boolean>
    /** Keyed hash of the tracking code. */
    code_hash: string | null
    erased_at: Date | null
    /** The file that it came with. */
    load_id: number | null
  }
  /** What happened to appeals; never changed. */
  appeals_events: {
    id: GeneratedAlways<number>
    appeal_id: number
    at: Date
    by: string
    event: AppealEvent | 'receive' | 'solved'
    to_state: AppealState
    /** JSON text on the way in, parsed on the way out. */
    details: unknown
  }
  /** Consent to letters: what was shown, in which version, when and how it was given. */
  appeals_consents: {
    appeal_id: number
    text: string
    version: number
    at: Date
    way: string
  }
  /** The last number given in an authority and year. */
  appeals_numbers: { authority_id: number; year: number; last: number }
  appeals_rules: {
    code: string
    authority_id: number | null
    valid_from: string
    days: number
    unit: TermRule['unit']
    extension: number | null
    source: string
    at: Date
    by: string
  }
  appeals_reminders: { appeal_id: number; day: string; whom: 'executor' | 'head'; noted_at: Date }
  /** Files that came with appeals and go with answers; what they hold is sealed in the store of files. */
  appeals_files: {
    id: GeneratedAlways<number>
    appeal_id: number
    of: AppealFile['of']
    name_sealed: string
    file_id: number
    type: string
    size: number
    at: Date
    by: string
  }
  /** How files of other systems are read; a version is never changed. */
  appeals_mappings: {
    id: GeneratedAlways<number>
    authority_id: number
    name: string
    version: number
    mapping: JSONColumnType<AppealMapping>
    at: Date
    by: string
  }
  /** Files on their way into the register, and what became of them. */
  appeals_loads: {
    id: GeneratedAlways<number>
    authority_id: number
    mapping_id: number | null
    name: string
    sha256: string
    state: AppealsLoad['state']
    at: Date
    by: string
    /** Who sent it, as the audit has it. */
    sender: string | null
    finished_at: Date | null
    /** Rows that are through already. */
    through: Generated<number>
    read: Generated<number>
    accepted: Generated<number>
    set_aside: Generated<number>
    repeats: Generated<number>
    codes: JSONColumnType<Record<string, number>>
    titles: Generated<string[]>
    trouble: string | null
  }
  /** The file itself, sealed, until it is through. */
  appeals_load_pieces: { load_id: number; piece: number; sealed: string }
  /** Rows to be corrected, sealed: JSON of their cells as texts. */
  appeals_set_aside: { load_id: number; row: number; codes: string[]; cells_sealed: string }
  appeals_quarters: {
    id: GeneratedAlways<number>
    quarter: string
    as_of: string
    authority_id: number | null
    at: Date
    by: string
    /** JSON text on the way in, parsed on the way out. */
    metrics: QuarterMetrics | string
  }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends AppealTables {}
}
