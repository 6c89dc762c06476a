import { STANDINGS, standingOf } from '@otklik/model/certification/procedure'
import { dayOf } from '@otklik/model/days'
import { dayInFigures } from '@otklik/model/print'
import { type Html, html, type Page } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { CENTRE } from './document.ts'
import type { DocumentRow } from './paper-of.ts'

/** What the QR code of a certificate opens: whether it holds on this day. */
export async function certificatePublicPage(db: Db, code: string, at: Date): Promise<Page> {
  const row = await db
    .selectFrom('certification_documents')
    .selectAll()
    .where('code', '=', code)
    .where('type', '=', 'certificate')
    .executeTakeFirst()
  if (row === undefined) return UNKNOWN
  return pageOf(row, dayOf(at))
}

function pageOf(row: DocumentRow, today: string): Page {
  const { number, dated, data, valid_from: validFrom, valid_to: validTo, ended_on: endedOn } = row
  const days = { validFrom: validFrom ?? dated, validTo: validTo ?? dated, endedOn }
  const standing = standingOf(days, today)
  const facts: readonly (readonly [string, string | null])[] = [
    ['Номер и дата', `№ ${number} от ${dayInFigures(dated)}`],
    ['Объект сертификации', data?.name ?? ''],
    ['Категория', data?.category ?? ''],
    ['Уполномоченный орган', data?.authority ?? 'не указан'],
    ['Интегральный уровень', `${row.level} %`],
    ['Срок действия', `${dayInFigures(days.validFrom)} – ${dayInFigures(days.validTo)}`],
    [
      'Прекращён',
      endedOn === null ? null : `с ${dayInFigures(endedOn)}: выявлено критическое значение показателей (п. 32 Правил)`,
    ],
    ['Выдан', CENTRE],
  ]
  return {
    title: `Сертификат ${number}`,
    body: html`<h1>Сертификат № ${number}</h1><div class="${standing === 'in_force' ? 'answer' : 'alert'}">
<p class="lead">${STANDINGS[standing].charAt(0).toUpperCase() + STANDINGS[standing].slice(1)}</p>
<p>На ${dayInFigures(today)}</p></div><table><tbody>${facts.map(factRow)}</tbody></table>`,
  }
}

const factRow = ([name, value]: readonly [string, string | null]): Html | null =>
  value === null ? null : html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`

const UNKNOWN: Page = {
  title: 'Сертификат не найден',
  status: 404,
  body: html`<h1>Сертификат не найден</h1><p>Такого сертификата в реестре нет. Проверьте адрес или отсканируйте код ещё раз. Если код стоит на документе, сообщите об этом в Аналитический центр: документ может быть поддельным.</p>`,
}
