import type { Survey } from '../survey.ts'

/** How a respondent likes the page: larger letters, strong contrast. */
export interface View {
  readonly large: boolean
  readonly contrast: boolean
}

export const PLAIN: View = { large: false, contrast: false }

/** Whether the browser did the work that was asked of it: recorded, decides nothing. */
export type Proof = 'none' | 'good' | 'bad'

/** Where a respondent is, with all that was typed so far: it travels with the page and is kept nowhere else. */
export interface State {
  readonly campaign: string
  readonly link?: string
  readonly version: number
  readonly language: string
  readonly view: View
  /** Names this one way through the questionnaire: at most one response comes of it. */
  readonly nonce: string
  readonly page: string
  /** When this page was shown, in milliseconds of the server's clock. */
  readonly since: number
  /** Seconds on each page that was left, by the server's clock. */
  readonly times: Readonly<Record<string, number>>
  /** Pages that were left forwards. */
  readonly passed: readonly string[]
  /** As typed, valid or not, hidden ones too. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly other: Readonly<Record<string, unknown>>
  /** What was looked for in lists of the register, by question. */
  readonly find: Readonly<Record<string, string>>
  readonly proof: Proof
  /** The field that people don't see was filled in. */
  readonly trap: boolean
  /** The page's script ran. */
  readonly script: boolean
  /** When the token becomes an old one, in milliseconds. */
  readonly expires: number
  /** Only to be looked at: which version, and what a link would know. */
  readonly trial?: {
    readonly questionnaire: string
    readonly version: number
    readonly attributes: Readonly<Record<string, string>>
  }
}

export const TOKEN_LIFE_MS = 24 * 3600_000

/** @param nonce 128 random bits, as text. */
export function freshState(
  survey: Survey,
  { page, nonce, language, view, now }: { page: string; nonce: string; language: string; view: View; now: Date },
): State {
  const { campaign, link, version } = survey
  const at = now.getTime()
  return {
    campaign,
    link,
    version,
    language,
    view,
    nonce,
    page,
    since: at,
    times: {},
    passed: [],
    answers: {},
    other: {},
    find: {},
    proof: 'none',
    trap: false,
    script: false,
    expires: at + TOKEN_LIFE_MS,
  }
}
