import { type AnswerError, answerErrorText, type Item, type Question } from '@otklik/model/questionnaires'
import { flag, html, type Html, lines, type Part } from '../html.ts'
import type { OnPage } from '../steps/index.ts'
import { pageLanguageOf } from '../texts/index.ts'
import { control } from './items/item.ts'
import type { PageView } from './view.ts'

/** A question with its number, hint, errors and control; a matrix with all its rows. */
export function questionPart(view: PageView, onPage: OnPage): Html {
  const { question, items, shown } = onPage
  const isShown = items.some(({ code }) => shown.has(code))
  if (question.type === 'note') return note(view, question, isShown)
  return question.type === 'matrix' ? matrix(view, onPage, isShown) : single(view, onPage, isShown)
}

const note = ({ tell }: PageView, { code, text }: Question, isShown: boolean): Html =>
  html`<div class="question note" data-item="${code}"${flag('hidden', !isShown)}><p>${lines(tell(text))}</p></div>`

function single(view: PageView, { question, items: [item] }: OnPage, isShown: boolean): Html {
  if (item === undefined) return html``
  const { code } = question
  const wrong = errorsAt(view, code)
  const hints = hintsOf(view, question)
  const ids = [hints.length > 0 && `${code}-hint`, wrong.length > 0 && `${code}-error`].filter((id) => id !== false)
  const field = { item, shown: isShown, describedBy: ids, wrong: wrong.length > 0 }
  const body = html`${hintPart(code, hints)}${errorPart(view, item, wrong)}${control(view, field)}`
  const common = html`class="question${wrong.length > 0 ? ' wrong' : ''}" data-item="${code}"${flag('hidden', !isShown)}`
  // The text of a consent is the label of its box.
  if (question.type === 'consent') return html`<div ${common}>${body}</div>`
  if (hasOneControl(question))
    return html`<div ${common}><p class="asked" id="${code}-text">${asked(view, question)}</p>${body}</div>`
  return html`<fieldset ${common}><legend>${asked(view, question)}</legend>${body}</fieldset>`
}

const hasOneControl = ({ type }: Question): boolean => ['text', 'long', 'number', 'date'].includes(type)

function matrix(view: PageView, { question, items, shown }: OnPage, isShown: boolean): Html {
  const { code } = question
  const [first] = items
  const hints = hintsOf(view, question)
  const wrong = errorsAt(view, code)
  return html`<fieldset class="question matrix" data-item="${code}"${flag('hidden', !isShown)}><legend>${asked(view, question)}</legend>${hintPart(code, hints)}${first && errorPart(view, { ...first, code }, wrong)}${items.map((item) => matrixRow(view, item, shown.has(item.code)))}</fieldset>`
}

function matrixRow(view: PageView, item: Item, isShown: boolean): Html {
  const { code, row } = item
  const wrong = errorsAt(view, code)
  const describedBy = wrong.length > 0 ? [`${code}-error`] : []
  const field = { item, shown: isShown, describedBy, wrong: wrong.length > 0 }
  return html`<div class="row${wrong.length > 0 ? ' wrong' : ''}" role="radiogroup" aria-labelledby="${code}-text" data-item="${code}"${flag('hidden', !isShown)}><p class="asked" id="${code}-text">${row && view.tell(row.text)}</p><div>${errorPart(view, item, wrong)}${control(view, field)}</div></div>`
}

function asked({ tell, say }: PageView, { number, text, required, type }: Question): Part {
  const mark = !required && type !== 'consent' && html` <span class="optional">(${say('optional')})</span>`
  return html`${number !== undefined && html`<span class="number">${number}.</span> `}${lines(tell(text))}${mark}`
}

function hintsOf({ tell, say }: PageView, { type, hint, min, max, many }: Question): string[] {
  const own = tell(hint)
  const isMany = type === 'many' || (type === 'list' && many === true)
  const several = isMany && (type === 'many' ? howMany(say, min, max) : say('several'))
  return [own, several, type === 'date' && say('yearMonthDay')].filter(
    (text) => text !== false && text !== '',
  ) as string[]
}

function howMany(say: PageView['say'], min: Question['min'], max: Question['max']): string {
  if (max === undefined) return say('several')
  return min === undefined ? say('atMost', { count: max }) : say('between', { least: min, count: max })
}

const hintPart = (code: string, hints: readonly string[]): Part =>
  hints.length > 0 &&
  html`<div class="hint" id="${code}-hint">${hints.map((text) => html`<p>${lines(text)}</p>`)}</div>`

const errorPart = (view: PageView, item: Item, errors: readonly AnswerError[]): Part =>
  errors.length > 0 &&
  html`<p class="error" id="${item.code}-error"><span class="unseen">${view.say('errorTitle')}: </span>${errors.map((error) => `${errorText(view, error, item)} `)}</p>`

const errorsAt = ({ errors }: PageView, code: string): AnswerError[] => errors.filter(({ at }) => at === code)

export const errorText = ({ state }: PageView, { code }: AnswerError, item: Item): string =>
  answerErrorText(code, item, pageLanguageOf(state.language))
