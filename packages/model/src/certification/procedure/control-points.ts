import type { Guard } from '../../processes/index.ts'

/** Shares of the steps, or of the authorities, that are done by a day (Правила, приложения № 3 и 4). */
export const CONTROL_SHARES = [25, 50, 75, 100] as const
export type ControlShare = (typeof CONTROL_SHARES)[number]

export interface ControlPoint {
  /** Percent. */
  readonly share: ControlShare
  readonly due: string
}

/** What is wrong with the points chosen, in Russian sentences; fewer than four may be chosen, the last is always 100 %. */
export function controlPointFaults(points: readonly ControlPoint[]): string[] {
  const faults: string[] = []
  if (points.at(-1)?.share !== 100) faults.push('Последняя контрольная точка – 100 %. Добавьте её.')
  for (const [at, { share, due }] of points.entries()) {
    const before = points[at - 1]
    if (before === undefined) continue
    if (share <= before.share)
      faults.push(`Контрольная точка ${share} % стоит после ${before.share} %. Расположите их по возрастанию.`)
    if (due < before.due)
      faults.push(`Контрольная точка ${share} % назначена раньше точки ${before.share} %. Исправьте дату.`)
  }
  return faults
}

/** The control points of a road map or a schedule can be followed. */
export const POINTS_IN_ORDER: Guard<{ readonly points: readonly ControlPoint[] }> = {
  holds: ({ points }) => controlPointFaults(points).length === 0,
  says: ({ points }) => controlPointFaults(points).join(' '),
}

export interface ControlPointState extends ControlPoint {
  /** How many of all have to be done: no less than the share. */
  readonly needed: number
  readonly state: 'met' | 'open' | 'late'
}

/** Where each point stands: how much of `all` has to be done, and whether that is done. */
export const controlPointStates = (
  points: readonly ControlPoint[],
  { all, done }: { all: number; done: number },
  today: string,
): ControlPointState[] =>
  points.map(({ share, due }) => {
    const needed = Math.ceil((all * share) / 100)
    const met = done >= needed
    return { share, due, needed, state: met ? 'met' : today > due ? 'late' : 'open' }
  })
