import type { FastifyInstance } from 'fastify'
import { findProblem, PROBLEM_PAGES, type ProblemKind } from '../problems/index.ts'
import { html } from './pages/html.ts'
import { type Page, servePage } from './pages/page.ts'

/** What to do about a refusal, by its status: for a person who writes a program. */
const REMEDIES: Readonly<Record<number, string>> = {
  401: 'Передайте действующий ключ в заголовке Authorization: Bearer или войдите.',
  403: 'Попросите нужное право у администратора Вашей организации.',
  404: 'Проверьте адрес и номер. Записей вне своей части системы не видно.',
  408: 'Передайте запрос ещё раз.',
  409: 'Прочитайте запись заново и решите, нужно ли ещё изменение.',
  413: 'Разделите данные на части или передайте их архивом.',
  415: 'Исправьте заголовок Content-Type.',
  429: 'Подождите столько секунд, сколько сказано в заголовке Retry-After, и повторите.',
}
const CHANGE_IT = 'Исправьте запрос. Повторять его без изменений нет смысла.'
const LATER = 'Повторите позже. Если ошибка остаётся, сообщите администратору номер вызова из поля instance.'

const remedyOf = (status: number): string => REMEDIES[status] ?? (status >= 500 ? LATER : CHANGE_IT)

function drawn({ code, status, title, detail }: ProblemKind): Page {
  // A sentence that is made from something has nothing to be made from here.
  const example = detail.length === 0 ? html`<p>${detail()}</p>` : ''
  const facts = html`<p>Код ответа HTTP: ${status}. Поле code: <code>${code}</code>.</p>`
  return { title, body: html`<h1>${title}</h1>${example}<h2>Что делать</h2><p>${remedyOf(status)}</p>${facts}` }
}

const unknown: Page = {
  title: 'Такой ошибки нет',
  status: 404,
  body: html`<h1>Такой ошибки нет</h1><p>Проверьте адрес: он стоит в поле type ответа с ошибкой.</p>`,
}

/** A page for each problem that a call can be answered with: where its `type` leads. */
export function serveProblemPages(app: FastifyInstance): void {
  servePage(app, `${PROBLEM_PAGES}:code`, ({ params: { code = '' } }) => {
    const kind = findProblem(code)
    return kind ? drawn(kind) : unknown
  })
}
