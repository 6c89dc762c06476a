/** Chance that months without any trend rise `rises` times in a row: one order in (rises + 1)!. */
export function chanceOfRises(rises: number): number {
  let orders = 1
  for (let factor = 2; factor <= rises + 1; factor++) orders *= factor
  return 1 / orders
}

/**
 * How many alarms of the literal rule chance alone gives in one month over so many series (services × figures, each with
 * enough months): about 0.042 for every series at three rises.
 */
export const expectedAlarms = (series: number, minRises = 3): number => series * chanceOfRises(minRises)

/**
 * Unchanged services out of 100 on which the literal rule fires at least once within a year, whatever their volume
 * (simulated): what the notice says beside the alarm. Undefined for rules that were not simulated.
 */
export const unchangedServicesIn100 = (minRises: number): number | undefined => ({ 2: 89, 3: 36 })[minRises]

/** The same of the early signal, at any volume (simulated 8–15, fewer the busier the service; a season gives more). */
export const unchangedWithEarlySignalIn100 = 10
