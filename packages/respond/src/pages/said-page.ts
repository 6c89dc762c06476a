import type { Text } from '@otklik/model/questionnaires'
import { html, lines, type Part } from '../html.ts'
import type { Survey } from '../survey.ts'
import { sayIn, type TextKey, type Values } from '../texts/index.ts'
import { appealPart } from './about.ts'
import { type Kind, layout, viewQuery } from './layout.ts'
import { afterPage, type Look } from './after-page.ts'
import { type Offered, offerPart } from './offer-part.ts'
import { tellerOf } from './view.ts'

/** Why there are no questions. */
export type Why = 'used' | 'full' | 'early' | 'ended' | 'paused' | 'link' | 'nothing'

const KINDS: Readonly<Record<Why, { kind: Kind; title: TextKey }>> = {
  used: { kind: 'used', title: 'usedTitle' },
  full: { kind: 'full', title: 'fullTitle' },
  early: { kind: 'closed', title: 'earlyTitle' },
  ended: { kind: 'closed', title: 'endedTitle' },
  paused: { kind: 'closed', title: 'pausedTitle' },
  link: { kind: 'closed', title: 'linkTitle' },
  nothing: { kind: 'closed', title: 'nothingTitle' },
}

/** What is known of a campaign that asks nothing now. */
export interface Asker {
  readonly authority: string
  readonly languages: readonly string[]
  /** What came of an ended one, in words. */
  readonly outcome?: Text
  /** The address of the pages, where a draft need not be kept any more. */
  readonly draft?: string
}

/** A page that says why nothing is asked. @param typed something was typed that has not been recorded. */
export function whyPage(why: Why, { authority, languages, outcome, draft }: Asker, look: Look, typed = false): string {
  const { kind, title } = KINDS[why]
  const say = sayIn(look.language)
  const told = outcome?.[look.language] ?? outcome?.[languages[0] ?? '']
  return layout(
    {
      ...look,
      kind,
      title: `${say(title)} – ${authority}`,
      languages,
      say,
      authority,
      draft: why === 'paused' ? undefined : draft,
    },
    html`<h1>${say(title)}</h1><p>${say(why)}</p>${typed && why !== 'full' && html`<p>${say('lost')}</p>`}${
      told !== undefined && html`<h2>${say('outcomeTitle')}</h2><p>${lines(told)}</p>`
    }`,
  )
}

/** Thanks, and what comes next. The script forgets the draft here. @param offered how its author may get an answer. */
export function donePage(survey: Survey, look: Look, offered?: Offered): string {
  const teller = tellerOf(survey, look.language)
  const { say, tell } = teller
  const outro = tell(survey.prepared.questionnaire.outro)
  return afterPage(
    survey,
    look,
    say('doneTitle'),
    html`<h1>${say('doneTitle')}</h1><p>${lines(outro === '' ? say('done', { authority: survey.authority }) : outro)}</p>${offered && offerPart(survey, look.language, offered)}${appealPart(teller)}`,
  )
}

export type Failure = 'unknown' | 'forged' | 'tooLarge' | 'often' | 'broken' | 'room'

const FAILURE_TITLES: Readonly<Record<Failure, TextKey>> = {
  unknown: 'unknownTitle',
  forged: 'forgedTitle',
  tooLarge: 'largeTitle',
  often: 'oftenTitle',
  broken: 'brokenTitle',
  room: 'roomTitle',
}

/** Something did not work: what happened and what is safe. @param again where to begin anew. */
export function failurePage(
  failure: Failure,
  look: Look,
  { values = {}, again, request }: { values?: Values; again?: string; request?: string } = {},
): string {
  const say = sayIn(look.language)
  const title = say(FAILURE_TITLES[failure])
  const link: Part =
    again !== undefined &&
    html`<p><a href="${again}?${viewQuery(look.view, look.language)}">${say('openAgain')}</a></p>`
  return layout(
    { ...look, kind: 'error', title, languages: [look.language], say },
    html`<h1>${title}</h1><p>${say(failure, values)}</p>${link}${request !== undefined && html`<p class="hint">${request}</p>`}`,
  )
}
