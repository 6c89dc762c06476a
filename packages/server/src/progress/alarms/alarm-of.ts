import type { Alarm } from '@otklik/model/progress/api'
import type { Selectable } from 'kysely'
import type { AlarmTables } from './tables.ts'

/** A critical value as it is told; its service is named by its number where the register knows no name. */
export function alarmOf(row: Selectable<AlarmTables['alarms']>, name: string | undefined): Alarm {
  const { id, figure, service, month, grade, sentence, values, evidence, remains, found_at } = row
  const { acknowledged_by: by, acknowledged_at: at, reason } = row
  return {
    id,
    figure,
    service,
    serviceName: name ?? service,
    month,
    grade,
    sentence,
    values,
    evidence,
    remains,
    foundAt: found_at.toISOString(),
    acknowledged:
      by !== null && at !== null && reason !== null
        ? {
            by,
            at: at.toISOString(),
            reason,
          }
        : null,
  }
}
