import type { QuestionType } from '../document/types.ts'

/** Why a figure has no interval, or none worth its name. */
export type MeanNote = null | 'no_data' | 'little_data' | 'no_spread' | 'fixed'

/** A share, or a difference of shares (`net`, `nps`), in percent, with its 95 % interval. `n` is its base. */
export interface ShareFigure {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number
  /** Of a design: how many independent answers it is worth. */
  readonly n_eff?: number | null
  readonly note?: 'no_data' | 'fixed'
  /** To the group it is compared with, in percentage points. */
  readonly difference?: { readonly value: number; readonly low: number; readonly high: number }
}

/** A mean on its own scale; the interval is null under 30 answers and without spread. */
export interface MeanFigure {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly se: number | null
  readonly n: number
  readonly note: MeanNote
}

/** An option, a point of a scale or an entry of a list. `share` is null of what is missing, and without a base. */
export interface OptionResult {
  readonly code: string
  readonly count: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Figures {
  readonly mean?: MeanFigure
  readonly top2?: ShareFigure
  readonly net?: ShareFigure
  readonly nps?: ShareFigure
  readonly satisfied?: ShareFigure
}

/** A question, or a row of a matrix. `answered` includes `missing` («затрудняюсь»): shown = answered + skipped. */
export interface ItemResult {
  readonly code: string
  readonly type: QuestionType
  readonly measure: string | null
  readonly n: { readonly shown: number; readonly answered: number; readonly missing: number; readonly skipped: number }
  readonly options: readonly OptionResult[]
  readonly figures: Figures
}

/** The answers of those who have one value of what is compared. Hidden: `n` null and no figures. */
export interface GroupResult {
  readonly value: string
  readonly n: number | null
  readonly suppressed: boolean
  readonly questions: readonly ItemResult[]
  readonly csi: MeanFigure | null
}

/** How many answer sets were read and what became of each; `used` are valid, complete and not excluded. */
export interface SetCounts {
  readonly read: number
  readonly invalid: number
  readonly partial: number
  readonly screened: number
  readonly excluded: number
  readonly used: number
}

/** What weights came of margins; of refused ones why, and the figures of those that are counted with or were found. */
export interface WeightReport {
  /** What the margins are about, in their order. */
  readonly margins: readonly string[]
  readonly passes: number
  /** The largest |share − target| / target; null where nothing was raked. */
  readonly error: number | null
  readonly capped: number
  readonly deff: number
  readonly n_eff: number
  /** Of weights of mean 1. */
  readonly min: number
  readonly max: number
  readonly collapsed: readonly { readonly by: string; readonly into: string }[]
  readonly refused: null | 'unknown_category' | 'empty_category' | 'few_answers' | 'not_settled' | 'deff'
}

/** The answers of a campaign, counted: what `otklik results` prints and a page of results is drawn from. */
export interface Results {
  readonly questionnaire: string
  readonly version: number | null
  readonly basis: 'plain' | 'design'
  readonly n: SetCounts
  /** Null where no margins were given. */
  readonly weights: WeightReport | null
  readonly questions: readonly ItemResult[]
  /** Null where no criterion is asked for. */
  readonly csi: MeanFigure | null
  readonly by?: string
  /** Used sets without a value of what is compared. */
  readonly without?: number
  readonly groups?: readonly GroupResult[]
}
