import type { ListEdition, ListOverview, YearLists } from '@otklik/model/certification/api'

/** The one thing that the person at the screen can do to move a list on. */
export type Step = 'fill' | 'create' | 'publish' | 'submit' | 'decide' | 'update'

const decides = ({ allowed }: ListEdition): boolean => allowed.includes('approve')

/** Of the list of a year; null where others are to act. */
export function stepOfYear({ editions: [latest], allowed }: YearLists): Step | null {
  if (latest === undefined) return allowed.includes('create') ? 'create' : null
  if (decides(latest)) return 'decide'
  return (['publish', 'submit', 'update'] as const).find((event) => latest.allowed.includes(event)) ?? null
}

/** Of the single list; `prepares`: the person may fill its draft. */
export function stepOfSingle({ draft, single: [latest] }: ListOverview, prepares: boolean): Step | null {
  if (latest !== undefined && decides(latest)) return 'decide'
  if (draft === null) return null
  if (draft.objects === 0) return prepares ? 'fill' : null
  return draft.allowed.includes('submit') ? 'submit' : null
}

/** Whether an edition waits for somebody else only because the person has submitted it. */
export const isOwnSubmission = ({ state, allowed }: ListEdition): boolean =>
  state === 'on_approval' && allowed.includes('return') && !allowed.includes('approve')

/** The edition that holds now. */
export const inForce = (editions: readonly ListEdition[]): ListEdition | undefined =>
  editions.find(({ state }) => state === 'approved')
