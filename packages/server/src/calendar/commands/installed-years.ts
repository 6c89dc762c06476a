import type { WorkingCalendar } from '@otklik/model/calendar'
import { InputError } from '@otklik/model/inputs'
import { calendarWith } from '../../cli/calendar-years.ts'
import { readConfig } from '../../platform/config.ts'
import { hasInstallation } from '../../platform/engines/attach.ts'

/**
 * Works with the built-in years, those of `--calendar` among them. Where a year is missing and there is an installation,
 * once more with the years entered in it: a command that needs no installation starts none.
 */
export async function withInstalledYears<T>(
  path: string | undefined,
  work: (calendar: WorkingCalendar) => T,
): Promise<T> {
  try {
    return work(await calendarWith(path))
  } catch (error) {
    const missing = error instanceof InputError && error.code === 'calendar_missing'
    const config = readConfig(process.env)
    if (!missing || path !== undefined || !hasInstallation(config)) throw error
    const { throughDatabase } = await import('../../cli/doors/through-database.ts')
    const { calendarOf } = await import('../years.ts')
    return work(await throughDatabase(config, calendarOf))
  }
}
