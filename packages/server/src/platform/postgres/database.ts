import type { AccessTables } from '../../access/tables.ts'
import type { CertificationTables } from '../../certification/tables.ts'
import type { ExchangeTables } from '../../exchange/tables.ts'
import type { RegisterTables } from '../../register/tables.ts'
import type { AlarmTables } from '../../progress/alarms/tables.ts'
import type { AuditTables } from '../audit/tables.ts'
import type { RecordsKeyTables } from '../records-key/tables.ts'

/**
 * Every table there is, by name. Each context describes its own in its `tables.ts` and is added here,
 * type only: `export type Database = AccessTables & RegisterTables`.
 */
export type Database = AuditTables &
  RecordsKeyTables &
  AccessTables &
  RegisterTables &
  ExchangeTables &
  AlarmTables &
  CertificationTables
