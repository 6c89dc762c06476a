import type { ObjectKind } from '@otklik/model/certification'
import type { MassList, RemarkKind, SheetResult } from '@otklik/model/certification/procedure'
import type { CountedFacts } from '@otklik/model/certification/api'
import type { Part, Previous, ScoreResult } from '@otklik/model/certification/score'
import type { ColumnType, Generated } from 'kysely'

/** Read as it stands, written as text of JSON. */
export type Json<T> = ColumnType<T, string, string>
export type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>

export interface SheetCriterion {
  readonly name: string
  readonly earned: number | null
  readonly most: number
  readonly note: string
}
export interface SheetEvidence {
  readonly title: string
  readonly address: string | null
}
export interface KeptRemark {
  readonly kind: RemarkKind
  readonly text: string
}
/** To whom papers were sent, and by which letter. */
export interface Sending {
  readonly to: string
  readonly responsible: string
  readonly letter: string
}
export type ProcedureState = 'assessing' | 'on_review' | 'fixed' | 'sent' | 'excluded'

export interface ProcedureTables {
  /** The certification of one object in one year. Who did something stands by name, as in the lists. */
  certification_procedures: {
    id: Generated<number>
    object_id: number
    /** As the object stands in the approved list of the year. */
    entry_id: number
    year: number
    kind: ObjectKind
    mass: MassList
    state: ProcedureState
    /** What a repetition builds on. */
    previous: JsonOrNull<Previous>
    /** Why it may be certified now. */
    reason: string
    begun_at: Date
    begun_by: string
    submitted_at: Date | null
    submitted_by: string | null
    /** As the audit has it: a name may be anybody's. */
    submitted_who: string | null
    /** Of the sheets as they were handed on for review. */
    submitted_hash: string | null
    returned_at: Date | null
    returned_by: string | null
    returned_reason: string | null
    fixed_at: Date | null
    fixed_by: string | null
    score: JsonOrNull<ScoreResult>
    remarks: ColumnType<KeptRemark[], string | undefined, string>
    sent_at: Date | null
    sent_by: string | null
    sending: JsonOrNull<Sending>
    excluded_at: Date | null
    excluded_by: string | null
    excluded_reason: string | null
    road_map_day: string | null
    road_map_evidence: string | null
    road_map_by: string | null
  }
  /** A part of the assessment; there is none until somebody has begun it. */
  certification_sheets: {
    procedure_id: number
    part: Part
    state: 'draft' | 'signed'
    version: Generated<number>
    /** As the audit has it, and the name that is shown. */
    assessor: string
    assessor_name: string
    result: SheetResult | null
    explanation: ColumnType<string, string | undefined, string>
    criteria: ColumnType<SheetCriterion[], string | undefined, string>
    evidence: ColumnType<SheetEvidence[], string | undefined, string>
    facts: JsonOrNull<CountedFacts>
    signed_at: Date | null
    signed_by: string | null
  }
  /** Official requests for information (Правила, пункт 21). */
  certification_requests: {
    id: Generated<number>
    procedure_id: number
    part: Part
    question: string
    addressee: string
    due: string
    asked_at: Date
    asked_by: string
    answer: string | null
    answered_at: Date | null
    answered_by: string | null
  }
}

declare module '../../platform/postgres/database.ts' {
  interface Database extends ProcedureTables {}
}
