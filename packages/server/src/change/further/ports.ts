import type { Principal } from '@otklik/model/access'
import type { FurtherAsked } from '@otklik/model/questionnaires'
import type { Caller } from '../../platform/audit/index.ts'

/** An additional survey that somebody decided to hold: what it asks, by a code of its process and month, and whom. */
export interface SurveyDraft extends FurtherAsked {
  /** Number of the authority in the register. */
  readonly authority: string
  /** The process where it is a service of the register. */
  readonly services: readonly string[]
  /** Answers it needs. */
  readonly target: number
}

/** What additional surveys need of other contexts. */
export interface FurtherDeps {
  /** Requests submitted for each service in months `YYYY-MM`, both included. */
  readonly applications: (from: string, to: string) => Promise<ReadonlyMap<string, number>>
  /** Drafts a campaign, and returns its code; a person starts it. */
  readonly draftSurvey: (draft: SurveyDraft, caller: Caller<Principal>) => Promise<string>
}
