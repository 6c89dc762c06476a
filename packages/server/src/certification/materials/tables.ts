import type { Letter } from '@otklik/model/certification'
import type { MaterialKind, Materials, RemarkAsk } from '@otklik/model/certification/list-remarks'
import type { Mark, SheetForm } from '@otklik/model/certification/self-check'
import type { Generated } from 'kysely'
import type { Json } from '../procedure/tables.ts'

export interface MaterialTables {
  /** Editions of the form of self-check. Who did something stands by name, as in the lists. */
  certification_forms: {
    id: Generated<number>
    edition: number
    version: Generated<number>
    state: 'draft' | 'published' | 'withdrawn'
    content: Json<SheetForm>
    created_at: Date
    created_by: string
    published_at: Date | null
    published_by: string | null
    withdrawn_at: Date | null
    withdrawn_by: string | null
    withdrawn_reason: string | null
  }
  /** Sheets of an object for a year. A correction of a signed one is another sheet. */
  certification_self_checks: {
    id: Generated<number>
    object_id: number
    year: number
    form_id: number
    version: Generated<number>
    state: 'draft' | 'signed'
    marks: Json<Mark[]>
    /** Entered by hand, or what followed from the bounds when it was signed. */
    letter: Letter | null
    filled_at: Date
    filled_by: string
    signed_at: Date | null
    signed_by: string | null
  }
  certification_remarks: {
    id: Generated<number>
    version: Generated<number>
    entry_id: number
    state: 'draft' | 'sent' | 'accepted' | 'declined'
    asks: RemarkAsk
    text: string
    materials: Json<Materials>
    /** JSON of the contacts of пункт 11; null: none, or the key is lost. */
    contacts_sealed: string | null
    begun_at: Date
    begun_by: string
    sent_at: Date | null
    sent_by: string | null
    decided_at: Date | null
    decided_by: string | null
    decided_reason: string | null
  }
  certification_remark_files: {
    id: Generated<number>
    remark_id: number
    kind: MaterialKind
    name: string
    size: number
    personal: boolean
    file_id: number
    at: Date
    by: string
  }
}

declare module '../../platform/postgres/database.ts' {
  interface Database extends MaterialTables {}
}
