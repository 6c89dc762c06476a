import type { InputFault } from '@otklik/model/inputs'
import { type Part, PARTS, type ScoreRefusal, type ScoreResult } from '@otklik/model/certification/score'
import { dayInFigures } from '@otklik/model/print'
import { type Html, html } from '../../platform/http/index.ts'

/** The answer of the calculator: the level first, how it came about, then every point that was applied. */
export function resultOf(found: ScoreResult | ScoreRefusal | InputFault): Html {
  if ('error' in found)
    return html`<section class="alert" role="alert"><h2>Рассчитать нельзя</h2><p>${found.error.message}</p></section>`
  const head =
    found.refused === null ? levelOf(found) : html`<p class="lead">Повторная сертификация пока невозможна</p>`
  return html`<section class="answer" aria-live="polite"><h2>Результат</h2>${head}<h3>Почему так</h3>
<ol>${found.reasons.map((reason) => html`<li>${reason}</li>`)}</ol></section>`
}

function levelOf({ level, parts, certificate, conclusion, valid_from, valid_to }: ScoreResult): Html {
  const rows = Object.entries(parts) as [Part, number][]
  return html`<p class="lead">Интегральный уровень: ${level} %</p><p>${outcomeOf(certificate, conclusion)}${
    valid_from === null || valid_to === null
      ? null
      : ` Срок действия сертификата: ${dayInFigures(valid_from)} – ${dayInFigures(valid_to)}.`
  }</p>
<table><thead><tr><th scope="col">Что оценено</th><th scope="col" class="number">Баллы</th></tr></thead><tbody>
${rows.map(([part, points]) => html`<tr><td>${PARTS[part].title}</td><td class="number">${fraction(points)}</td></tr>`)}
</tbody></table><p>${sumOf(
    rows.map(([, points]) => points),
    level,
  )}</p>`
}

function outcomeOf(certificate: boolean, conclusion: boolean): string {
  if (certificate) return conclusion ? 'Выдаются сертификат и заключение.' : 'Выдаётся сертификат.'
  return 'Выдаётся только заключение, объект подлежит доработке.'
}

/** The sum spelled out: «(0,30 + 0,15) × 100 % = 45 %». */
function sumOf(points: readonly number[], level: number): string {
  const sum = `(${points.map(fraction).join(' + ')}) × 100 %`
  return points.includes(0) ? `${sum} – есть показатель в 0 баллов, поэтому уровень ${level} %` : `${sum} = ${level} %`
}

const fraction = (hundredths: number): string => (hundredths / 100).toFixed(2).replace('.', ',')
