import type { AlarmGrade, Figure } from '@otklik/model/progress/api'
import type { ColumnType, Generated } from 'kysely'

/** A month of the run that raised an alarm, as it was when it was found. */
export interface AlarmValue {
  readonly month: string
  /** The first of several months that together give the value; not there where it is of one month. */
  readonly from?: string
  readonly value: number
  readonly numerator: number
  readonly denominator: number
}
export interface AlarmEvidence {
  readonly name: string
  readonly value: string
  readonly explanation: string
}
/** Read as it stands, written as text of JSON. */
type Json<T> = ColumnType<T, string, string>

export interface AlarmTables {
  alarms: {
    id: Generated<number>
    figure: Figure
    service: string
    /** The closed month in which it was found, 'YYYY-MM'. */
    month: string
    grade: AlarmGrade
    sentence: string
    values: Json<AlarmValue[]>
    evidence: Json<AlarmEvidence[]>
    /** Whether a growth stays significant among all that were judged in its month; null of the CSI and of older alarms. */
    remains: boolean | null
    found_at: Date
    acknowledged_by: string | null
    acknowledged_at: Date | null
    reason: string | null
  }
  /** What a service's CSI is compared with: chosen once, then fixed. */
  csi_bases: {
    service: string
    /** Months the ratings are of, 'YYYY-MM', both included. */
    from: string
    to: string
    value: number
    n: number
    sd: number
    /** 'rule' where nobody chose it. */
    chosen_by: string
    chosen_at: Date
  }
}

declare module '../../platform/postgres/database.ts' {
  interface Database extends AlarmTables {}
}
