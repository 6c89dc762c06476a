import type { Admission, ListKind, ListState, ObjectKind, YearFacts } from '@otklik/model/certification'
import type { Generated, JSONColumnType } from 'kysely'

/** What is said of an object alike where it is kept and in every edition. Days are `YYYY-MM-DD`. */
interface Described {
  name: string
  kind: ObjectKind
  authority_id: number | null
  /** Null: federal. */
  region: string | null
  service: string | null
  address: string | null
  /** Percent, as PostgreSQL writes an exact number. */
  level: string | null
  valid_from: string | null
  valid_to: string | null
  /** What a search looks in. */
  folded: string
}

export interface CertificationTables {
  /** Objects as they are now: the draft of the single list. */
  certification_objects: Described & {
    id: Generated<number>
    version: Generated<number>
    removed_reason: string | null
    removed_at: Date | null
  }
  /** Editions of the lists. Who did something stands by name, as people are renamed and papers are not. */
  certification_lists: {
    id: Generated<number>
    kind: ListKind
    /** Null for the single list. */
    year: number | null
    number: number
    state: ListState
    /** The edition of the single list that it was built from. */
    base_id: number | null
    created_at: Date
    created_by: string
    published_at: Date | null
    published_by: string | null
    submitted_at: Date | null
    submitted_by: string | null
    /** Who submitted, as the audit has it: a name may be anybody's. */
    submitted_who: string | null
    approved_at: Date | null
    approved_by: string | null
    protocol_number: string | null
    protocol_date: string | null
    returned_at: Date | null
    returned_by: string | null
    remarks: string | null
    withdrawn_at: Date | null
    withdrawn_by: string | null
  }
  /** Objects as they were when the edition was made. */
  certification_entries: Described & {
    id: Generated<number>
    list_id: number
    object_id: number
    /** The authority's name at the time; within whose reach it lies, `authority_id` says. */
    authority: string | null
    version: Generated<number>
    /** Null in the single list, as is the admission. */
    facts: JSONColumnType<YearFacts> | null
    /** By the rule of the model whenever the facts are saved: what was approved must not change with the program. */
    admission: JSONColumnType<Admission> | null
    admitted: boolean
  }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends CertificationTables {}
}
