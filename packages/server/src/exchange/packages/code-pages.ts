import { findCode } from '@otklik/model/exchange'
import { type CodePage, codePage, OUTCOME_SENTENCES } from '@otklik/model/exchange/guide'
import { type App, html, type Page, servePage } from '../../platform/http/index.ts'

function drawn({ code, outcome, why, remedy, message, wrong, right }: CodePage): Page {
  const example = wrong !== undefined && wrong !== '' && html`<p>Записано: <code>${wrong}</code></p>`
  const better = right !== undefined && right !== '' && html`<p>Верно: <code>${right}</code></p>`
  return {
    title: code,
    body: html`<h1>Замечание <code>${code}</code></h1><p>${why}</p><p>${OUTCOME_SENTENCES[outcome]}</p>
<h2>Что делать</h2><p>${remedy}</p><h2>Пример</h2>${example}${better}<p>${message}</p>`,
  }
}

const unknown: Page = {
  title: 'Такого замечания нет',
  status: 404,
  body: html`<h1>Такого замечания нет</h1><p>Проверьте код в адресе.</p>`,
}

/** The page of each code of receipts, for those who read receipts by a program and have no desk. */
export function serveCodePages(app: App): void {
  servePage(app, '/api/codes/:code', ({ params: { code = '' } }) => {
    const known = findCode(code)
    return known ? drawn(codePage(known)) : unknown
  })
}
