import type { ObjectCategory, ObjectKind } from '@otklik/model/certification'
import type { ScoreResult } from '@otklik/model/certification/score'
import type { Generated } from 'kysely'
import type { JsonOrNull, KeptRemark } from '../procedure/tables.ts'

/** What a certificate and a conclusion say, as it was when the level was fixed: papers are drawn from it alone. */
export interface DocumentData {
  readonly name: string
  readonly kind: ObjectKind
  readonly category: ObjectCategory
  readonly authority: string | null
  readonly region: string | null
  readonly score: ScoreResult
  /** What each part got, in words, in the order of the parts. */
  readonly results: readonly { readonly title: string; readonly result: string; readonly points: number }[]
  readonly remarks: readonly KeptRemark[]
  /** Who has fixed the level. */
  readonly by: string
}

export interface DocumentTables {
  certification_documents: {
    id: Generated<number>
    procedure_id: number
    object_id: number
    type: 'certificate' | 'conclusion' | 'notice'
    /** 1, 2, … within its type and year. */
    serial: number
    year: number
    number: string
    /** Unguessable: names the public page of a certificate. */
    code: string
    dated: string
    valid_from: string | null
    valid_to: string | null
    ended_on: string | null
    level: number
    equal_repeats: number
    /** Of a notice: its critical case tells. */
    data: JsonOrNull<DocumentData>
    made_at: Date
    sent_at: Date | null
  }
  /** Files as they were sent. */
  certification_papers: {
    document_id: number
    format: 'docx' | 'pdf'
    sha256: string
    bytes: Buffer
    made_at: Date
  }
}

declare module '../../platform/postgres/database.ts' {
  interface Database extends DocumentTables {}
}
