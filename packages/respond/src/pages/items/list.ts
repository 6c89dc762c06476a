import type { Item, ListEntry } from '@otklik/model/questionnaires'
import { flag, html, type Html } from '../../html.ts'
import type { PageView } from '../view.ts'
import { choices } from './choices.ts'
import { describedBy, type Fielded } from './fielded.ts'
import { textField } from './texts.ts'
import { fieldsFor } from './values.ts'
import { search } from './search.ts'

/** A list no longer than this is shown whole. */
const SHOWN_WHOLE = 12
const RESULTS = 20

/** Entries of a list: all, or those that a search has found beside the chosen ones. Without entries any text is taken. */
export function listField(view: PageView, field: Fielded): Html {
  const { item } = field
  const entries = entriesOf(view, item)
  if (entries === undefined) return textField(view, field)
  const many = item.question.many === true
  const label = ({ code, text }: ListEntry) => ({ code, label: view.tell(text) })
  if (entries.length <= SHOWN_WHOLE) return choices(view, field, entries.map(label), { many })
  const sought = view.state.find[item.code] ?? ''
  const chosen = new Set(fieldsFor(item, view.state))
  const found = sought === '' ? [] : search(entries, sought, view.tell)
  const offered = [
    ...entries.filter(({ code }) => chosen.has(code)),
    ...found.filter(({ code }) => !chosen.has(code)).slice(0, RESULTS),
  ]
  return html`${searchField(view, field, sought)}<p class="hint" role="status">${said(view, sought, found.length)}</p>${
    offered.length > 0 && choices(view, field, offered.map(label), { many, after: 1 })
  }`
}

function entriesOf({ survey, state }: PageView, { question }: Item): readonly ListEntry[] | undefined {
  const { list = '', from } = question
  const own = survey.prepared.questionnaire.lists?.[list]
  const entries = Array.isArray(own) ? (own as readonly ListEntry[]) : survey.lists[list]
  if (from === undefined || entries === undefined) return entries
  const chosen = new Set([state.answers[from] ?? []].flat())
  return entries.filter(({ code }) => chosen.has(code))
}

function said({ say }: PageView, sought: string, count: number): string {
  if (sought === '') return say('findHint')
  if (count === 0) return say('notFound')
  return count > RESULTS ? say('foundMany', { count, shown: RESULTS }) : say('found', { count })
}

function searchField({ say }: PageView, field: Fielded, sought: string): Html {
  const { item, shown } = field
  const { code } = item
  return html`<div class="search"><label for="${code}">${say('findLabel')}</label><input type="search" id="${code}" name="${code}.find" value="${sought}"${flag('disabled', !shown)}${describedBy(field)}><button name="_find" value="${item.code}"${flag('disabled', !shown)}>${say('find')}</button></div>`
}
