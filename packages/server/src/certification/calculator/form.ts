import { LETTERS, OBJECT_KINDS, type ObjectKind } from '@otklik/model/certification'
import { type Part, PARTS, schemeOf } from '@otklik/model/certification/score'
import { type Html, html, type PageCall } from '../../platform/http/index.ts'
import { kindOf, NOT_SUPPLIED, partsOf, textOf } from './asked.ts'

type Query = PageCall['query']
type Option = readonly [value: string, name: string]

/** Kinds to choose from, then the fields of the kind chosen: without a script the page can't hide any. */
export function formOf(query: Query, today: string): Html {
  const kind = kindOf(query)
  return html`<nav aria-label="Вид объекта сертификации"><h2>Вид объекта</h2><ul>
${Object.entries(OBJECT_KINDS).map(([key, { name }]) => kindLink(key, name, key === kind))}</ul></nav>
<form method="get"><h2>Что оценено: ${OBJECT_KINDS[kind].name.toLowerCase()}</h2><input type="hidden" name="kind" value="${kind}">
${partsOf(kind).map((part) => select(part, PARTS[part].title, optionsOf(part, kind), textOf(query, part)))}
${checkbox('mass', 'Объект в федеральном перечне МСЗУ (срок 180 календарных дней вместо года, п. 29)', query)}
${input('issued', 'Дата выдачи сертификата или заключения', 'date', textOf(query, 'issued') || today)}
${previousFields(query)}
<button name="count" value="yes">Рассчитать уровень</button></form>`
}

const kindLink = (key: string, name: string, chosen: boolean): Html =>
  html`<li>${chosen ? html`<strong aria-current="true">${name}</strong>` : html`<a href="?kind=${key}">${name}</a>`}</li>`

function previousFields(query: Query): Html {
  return html`<fieldset><legend>Повторная сертификация (п. 30, 31)</legend>
${checkbox('repeated', 'Сертификация повторная: учесть прежний сертификат', query)}
${input('level', 'Прежний уровень, %', 'number', textOf(query, 'level'))}
${input('valid_to', 'Последний день прежнего сертификата', 'date', textOf(query, 'valid_to'))}
${checkbox('withdrawn', 'Прежний сертификат прекращён досрочно (п. 30 «б»)', query)}
${checkbox('road_map_done', 'Дорожная карта реализована (п. 26)', query)}
${input('equal_repeats', 'Сколько раз подряд уровень уже повторён без повышения', 'number', textOf(query, 'equal_repeats') || '0')}
</fieldset>`
}

function optionsOf(part: Part, kind: ObjectKind): Option[] {
  const silence: Option = [NOT_SUPPLIED, 'запрошенная информация не представлена – 0 баллов (п. 21)']
  if (part === 'monitoring')
    return [
      ['possible', 'возможны, есть данные или нет – 0,1 балла (п. 19)'],
      ['impossible', 'технической возможности нет – 0 баллов (п. 19)'],
      silence,
    ]
  const { points, cited } = schemeOf(kind)
  const letters = LETTERS.map((letter): Option => [letter, `${letter} – ${inPoints(points[letter])} (${cited.points})`])
  if (part !== 'reception') return [...letters, silence]
  return [
    ...letters,
    ['not_applicable', 'неприменима: объекта нет в перечнях МСЗУ – 0,3 балла (п. 18)'],
    ['not_performed', 'требуется актом, но не ведётся – 0 баллов (п. 18)'],
    silence,
  ]
}

/** Hundredths in words: 25 is «0,25 балла». */
export const inPoints = (hundredths: number): string => `${String(hundredths / 100).replace('.', ',')} балла`

const select = (name: string, title: string, options: readonly Option[], chosen: string): Html =>
  html`<label for="${name}">${title}</label><select id="${name}" name="${name}">${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`,
  )}</select>`

const input = (name: string, title: string, type: 'date' | 'number', value: string): Html =>
  html`<label for="${name}">${title}</label><input id="${name}" name="${name}" type="${type}" value="${value}">`

const checkbox = (name: string, title: string, query: Query): Html =>
  html`<label><input type="checkbox" name="${name}" value="yes"${
    textOf(query, name) === 'yes' ? html` checked` : null
  }>${title}</label>`
