import { ALL_OBJECT_KINDS, type ObjectKind } from '@otklik/model/certification'

/** Where an object of the year's list can stand; `not_begun` before anything else. */
export const STAGES = ['not_begun', 'assessing', 'on_review', 'fixed', 'sent', 'excluded'] as const
export type Stage = (typeof STAGES)[number]

export interface BoardSearch {
  /** The running one where absent. */
  year?: string
  stage?: Stage
  kind?: ObjectKind
  find?: string
  offset?: string
}

/** What does not fit is left out, so that an old or mistyped link still opens. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const { year, find, offset } = search
  const stage = STAGES.find((one) => one === search.stage)
  const kind = ALL_OBJECT_KINDS.find((one) => one === search.kind)
  return {
    ...(typeof year === 'string' && /^20\d\d$/.test(year) ? { year } : {}),
    ...(stage === undefined ? {} : { stage }),
    ...(kind === undefined ? {} : { kind }),
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(typeof offset === 'string' && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
  }
}

/** The running year, and a few before it to look back at. */
export function yearsToChoose(now = new Date()): string[] {
  const year = now.getFullYear()
  return [1, 0, -1, -2, -3].map((back) => String(year + back))
}
