import type { Principal } from '@otklik/model/access'
import type { Caller } from '../../platform/audit/index.ts'

/** What an additional survey is to ask, of whom. */
export interface SurveyDraft {
  /** Of the questionnaire: the same for a process and month. */
  readonly code: string
  readonly process: string
  readonly service: boolean
  readonly services: readonly string[]
  /** Number of the authority in the register. */
  readonly authority: string
  readonly problems: readonly { readonly code: string; readonly name: string }[]
  readonly target: number
}

/** What additional surveys need of other contexts. */
export interface FurtherDeps {
  /** Requests submitted for each service in months `YYYY-MM`, both included. */
  readonly applications: (from: string, to: string) => Promise<ReadonlyMap<string, number>>
  /** Drafts a campaign, and returns its code; a person starts it. */
  readonly draftSurvey: (draft: SurveyDraft, caller: Caller<Principal>) => Promise<string>
}
