import type { Alarm } from '@otklik/model/progress/api'
import type { Generated } from 'kysely'
import type { Json, JsonOrNull } from '../procedure/tables.ts'

/** What was found, as it was then: later packages do not change it. */
export type KeptAlarm = Omit<Alarm, 'acknowledged'>
export interface KeptNotice {
  /** Null in the program's draft: the day is a person's to name. */
  readonly endsOn: string | null
  readonly text: string
}

export interface CaseTables {
  certification_cases: {
    id: Generated<number>
    /** The certificate in force. */
    document_id: number
    object_id: number
    figure: Alarm['figure']
    month: string
    state: 'opened' | 'drafted' | 'signed' | 'ended' | 'closed'
    found_at: Date
    alarm: Json<KeptAlarm>
    notice: JsonOrNull<KeptNotice>
    drafted_by: string | null
    /** As the audit has it. */
    drafted_who: string | null
    signed_at: Date | null
    signed_by: string | null
    /** The notice as a paper with its number. */
    notice_id: number | null
    sent_at: Date | null
    sending: JsonOrNull<{ to: string; letter: string }>
    ended_on: string | null
    closed_at: Date | null
    closed_by: string | null
    closed_reason: string | null
  }
}

declare module '../../platform/postgres/database.ts' {
  interface Database extends CaseTables {}
}
