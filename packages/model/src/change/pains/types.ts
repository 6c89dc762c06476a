/** A process of the list (003, п. 2.2; 001, глава 7): a service, a measure of support, an internal process. */
export interface Process {
  readonly id: string
  readonly name: string
}

/** A reason why a problem comes first whatever its figures are. */
export const FLAGS = { safety: 'затрагивает безопасность', law: 'нарушает требования закона' } as const
export type Flag = keyof typeof FLAGS

/** How far the owner can remove a problem (003, п. 4.7): 3 by own forces, 2 with money or other bodies, 1 by a change of law. */
export const FEASIBILITY = { 3: 'своими силами', 2: 'нужны деньги или другие органы', 1: 'нужно менять закон' } as const
export type Feasibility = keyof typeof FEASIBILITY

export interface Problem {
  readonly code: string
  readonly name: string
  readonly stage: string | null
  readonly feasibility: Feasibility | null
  readonly flag: Flag | null
}

/** Who was asked about a process. */
export interface Respondent {
  readonly process: string
  readonly channel: string | null
  /** Above 0; 1 where answers are not weighted. */
  readonly weight: number
  /** 1 to 5. */
  readonly rating: number | null
  /** Codes, each once; null: this person was not asked about problems. */
  readonly problems: readonly string[] | null
  /** How many people are alike in all of this; absent: one. */
  readonly count?: number
}

/** A negative item (003, п. 4.6): an appeal, a complaint, a review. */
export interface Item {
  readonly process: string
  readonly problems: readonly string[]
  /** How many items are alike in all of this; absent: one. */
  readonly count?: number
}

export interface PlannedMeasure {
  readonly process: string
  readonly problem: string
  readonly text: string
  readonly responsible: string | null
  /** YYYY-MM-DD. */
  readonly due: string | null
}

/** What figures are judged by; shares in percent. Printed under every map. */
export interface PainSettings {
  /** Fewer respondents (weighted) than this are little data; as many negative items can stand for them. */
  readonly min_n: number
  /** Prevalence is high from this share on, or where the lower limit reaches `high_low`. */
  readonly high_p: number
  readonly high_low: number
  readonly medium_p: number
  /** The same shares among negative items. */
  readonly negative_high: number
  readonly negative_medium: number
  /** A process counts for breadth where so many respondents and items name the problem. */
  readonly breadth_min: number
  /** Impact needs so many ratings on either side. */
  readonly rated_min: number
  /** Days to a measure's deadline that are proposed by priority. */
  readonly term_days: Readonly<Record<Priority, number>>
}

export type Priority = 'high' | 'medium' | 'low'
export type Prevalence = Priority | 'little_data'

export const USUAL_SETTINGS: PainSettings = {
  min_n: 30,
  high_p: 10,
  high_low: 5,
  medium_p: 2,
  negative_high: 20,
  negative_medium: 5,
  breadth_min: 3,
  rated_min: 5,
  term_days: { high: 30, medium: 90, low: 180 },
}

export interface PainsInput {
  /** As it came: a month, a quarter. */
  readonly period: unknown
  readonly settings: PainSettings
  readonly processes: readonly Process[]
  readonly problems: readonly Problem[]
  readonly respondents: readonly Respondent[]
  readonly items: readonly Item[]
  readonly measures: readonly PlannedMeasure[]
}

/** A problem in a process. Shares in percent, points of the share of the satisfied; 4 decimals. */
export interface PainRow {
  readonly process: string
  readonly problem: string
  /** What prevalence is counted over: respondents, or negative items where few were asked. */
  readonly basis: 'survey' | 'negative'
  /** Heads: respondents asked, or negative items of the process. */
  readonly n: number
  readonly n_eff: number
  /** Of them those who name the problem. */
  readonly named: number
  /** Negative items of the process that name it. */
  readonly items: number
  readonly p: number | null
  readonly low: number | null
  readonly high: number | null
  readonly prevalence: Prevalence
  /** Respondents with a rating, who name the problem and who do not; and the share of 4–5 among them. */
  readonly rated_with: number
  readonly rated_without: number
  readonly csat_with: number | null
  readonly csat_without: number | null
  /** How many points of the satisfied the problem costs: its share times the difference. */
  readonly loss: number | null
  readonly loss_low: number | null
  readonly loss_high: number | null
  /** The difference of the satisfied is more than chance. */
  readonly significant: boolean
  /** Processes in which enough name it. */
  readonly breadth: number
  readonly priority: Priority | null
  readonly term_days: number | null
  /** Place among all rows, from 1. */
  readonly order: number
  /** The figures as sentences in Russian. */
  readonly why: string
}

/** A stage of a process: any problem of the stage, over respondents only. */
export interface PainCell {
  readonly process: string
  readonly stage: string
  readonly n: number
  readonly named: number
  readonly p: number | null
  readonly low: number | null
  readonly high: number | null
  readonly loss: number | null
  readonly loss_low: number | null
  readonly loss_high: number | null
}

export interface PainMap {
  readonly period: unknown
  readonly rows: readonly PainRow[]
  readonly cells: readonly PainCell[]
}
