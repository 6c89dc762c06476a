import { addDays } from '../../days/index.ts'
import type { PainSettings, Priority } from '../pains/index.ts'
import type { MeasureState } from './states.ts'

/** The deadline that a priority proposes for a measure planned on a day. */
export const proposedDeadline = (
  priority: Priority,
  planned: string,
  { term_days }: Pick<PainSettings, 'term_days'>,
): string => addDays(planned, term_days[priority])

/** States in which a deadline can pass. */
export const OPEN_MEASURES: readonly MeasureState[] = ['planned', 'approved', 'in_work']

/** Not done though its day is over; what was reported waits for others. */
export const isOverdue = (
  { state, due }: { readonly state: MeasureState; readonly due: string },
  today: string,
): boolean => OPEN_MEASURES.includes(state) && due < today
