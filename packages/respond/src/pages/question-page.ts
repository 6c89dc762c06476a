import type { AnswerError, Item } from '@otklik/model/questionnaires'
import { html, type Html, jsonIn, type Part } from '../html.ts'
import { PROOF_BITS, type State } from '../state/index.ts'
import { contentOf, type Notice, standing } from '../steps/index.ts'
import { pathOf, type Survey } from '../survey.ts'
import { introduction, legal } from './about.ts'
import { type Assets, layout } from './layout.ts'
import { errorText, questionPart } from './question.ts'
import { pageView, type PageView } from './view.ts'

export interface QuestionPage {
  readonly survey: Survey
  readonly state: State
  /** The state, signed: goes with the page and comes back with it. */
  readonly token: string
  /** Undefined: for a widget. */
  readonly assets: Assets | undefined
  readonly errors?: readonly AnswerError[]
  readonly notice?: Notice
  /** Opened anew: a draft of the same address may be gone on with. */
  readonly fresh?: boolean
}

const FORM = 'answers'

/** A page of the questionnaire as a whole document. */
export function questionPage({ survey, state, token, assets, errors = [], notice, fresh }: QuestionPage): string {
  const view = pageView(survey, state, errors)
  const { say, tell } = view
  const { questionnaire } = survey.prepared
  const at = standing(survey, state)
  const title = tell(questionnaire.title)
  const isFirst = at.previous === null
  const page = questionnaire.pages.find(({ code }) => code === state.page)
  const pageTitle = tell(page?.title)
  const content = html`${heading(view, title, isFirst)}
${notice && html`<p class="notice" role="status">${say(notice)}</p>`}${errorList(view)}
${isFirst && introduction(view)}${progress(view, at.progress)}${pageTitle !== '' && html`<h2>${pageTitle}</h2>`}
${form(view, token, { isFirst, isLast: at.next === null, isLive: assets !== undefined })}
${legal(view)}${fresh && assets && draftOffer(view)}`
  return layout(
    {
      kind: 'page',
      title: `${errors.length > 0 ? `${say('errorTitle')}: ` : ''}${title} – ${survey.authority}`,
      language: state.language,
      languages: survey.languages,
      view: state.view,
      say,
      assets,
      authority: survey.authority,
      page: state.page,
      form: FORM,
      draft: pathOf(survey),
    },
    content,
  )
}

const heading = ({ survey }: PageView, title: string, isFirst: boolean): Html =>
  html`<h1${!isFirst && html` class="small"`}>${title}</h1>${survey.subject !== undefined && html`<p class="subject">${survey.subject}</p>`}`

function progress({ say }: PageView, share: number): Html {
  const percent = Math.floor(share * 100)
  return html`<div class="progress"><progress id="progress" max="100" value="${percent}" aria-labelledby="progress-text"></progress><span id="progress-text">${say('progress', { percent })}</span></div>`
}

interface FormParts {
  readonly isFirst: boolean
  readonly isLast: boolean
  /** A script may show and hide questions. */
  readonly isLive: boolean
}

function form(view: PageView, token: string, { isFirst, isLast, isLive }: FormParts): Html {
  const { survey, state, say } = view
  const { questions, live } = contentOf(survey, state)
  return html`<form id="${FORM}" method="post" action="${pathOf(survey)}" accept-charset="utf-8" autocomplete="off" novalidate>
<input type="hidden" name="_t" value="${token}">${questions.map((question) => questionPart(view, question))}
<p class="unseen" aria-hidden="true"><label>${say('trap')}<input name="_url" tabindex="-1" autocomplete="off"></label></p>
<div class="buttons" data-nonce="${state.nonce}" data-bits="${PROOF_BITS}">${!isFirst && html`<button name="_go" value="back" class="quiet">${say('back')}</button>`}<button name="_go" value="next">${say(isLast ? 'send' : 'next')}</button></div>
</form>${live && isLive && html`<script type="application/json" id="live">${jsonIn(live)}</script>`}`
}

/** Shown by the script where it finds a draft. */
const draftOffer = ({ say }: PageView): Html =>
  html`<template id="draft"><div class="notice"><p>${say('draftFound')}</p><button type="button" data-draft="go">${say('draftGo')}</button><button type="button" class="quiet" data-draft="drop">${say('draftDrop')}</button></div></template>`

/** All errors at the top, each a link to its field. */
function errorList(view: PageView): Part {
  const { errors, say, survey } = view
  if (errors.length === 0) return false
  return html`<div class="errors" role="alert" tabindex="-1" id="errors"><h2>${say('checkAnswers')}</h2><ul>${errors.map(
    (error) => {
      const item = itemAt(survey, error.at)
      return item && html`<li><a href="#${item.code}">${named(view, item)}${errorText(view, error, item)}</a></li>`
    },
  )}</ul></div>`
}

/** A matrix as a whole is answered in its first row. */
const itemAt = ({ prepared }: Survey, at: string): Item | undefined =>
  prepared.items.get(at) ?? prepared.byCode.get(at)?.items[0]

function named({ tell }: PageView, { question, row }: Item): string {
  if (row) return `${tell(row.text)}: `
  return question.number === undefined ? '' : `${question.number}. `
}
