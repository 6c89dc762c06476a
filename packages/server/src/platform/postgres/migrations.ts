import { accessMigrations } from '../../access/migrations.ts'
import { organisationMigrations } from '../../access/organisations/migrations.ts'
import { certificationMigrations } from '../../certification/migrations.ts'
import { exchangeMigrations } from '../../exchange/migrations.ts'
import { registerMigrations } from '../../register/migrations.ts'
import { alarmMigrations } from '../../progress/alarms/migrations.ts'
import { auditMigrations } from '../audit/migrations.ts'
import { recordsKeyMigrations } from '../records-key/migrations.ts'
import type { Migration } from './migration.ts'

/** Every migration in the order of running. Each context exports its own list from its `migrations.ts` and is added at the end. */
export const migrations: readonly Migration[] = [
  ...auditMigrations,
  ...accessMigrations,
  ...registerMigrations,
  ...exchangeMigrations,
  ...alarmMigrations,
  ...organisationMigrations,
  ...certificationMigrations,
  ...recordsKeyMigrations,
]
