import { APPEAL_COURSE, KINDS } from '@otklik/model/appeals'
import { dayInWords } from '@otklik/model/print'
import { escapedHtml } from '../../platform/text.ts'
import type { FoundFeedback } from '../../surveys/index.ts'
import type { FoundAppeal } from './find.ts'

/** The page «Проверить по коду»: complete without a script, one column, everything labelled. */
const frame = (nonce: string, title: string, body: string): string => `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} – Отклик</title>
<style nonce="${nonce}">
body{font:1.125rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:0}
main{max-width:38rem;margin:0 auto;padding:1.5rem 1rem 3rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2rem}
label,legend{display:block;font-weight:600;margin-bottom:.25rem}
input[type=text],textarea{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border:2px solid #555;border-radius:4px}
.choice{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;font-weight:400}
.choice input{width:1.5rem;height:1.5rem}
button{font:inherit;min-height:2.75rem;padding:.5rem 1.25rem;margin-top:1rem;border:0;border-radius:4px;background:#0b5cad;color:#fff}
:focus-visible{outline:3px solid #d46b00;outline-offset:2px}
fieldset{border:0;padding:0;margin:0}.hint{color:#4a4a4a;margin:.25rem 0 .5rem}
.wrong{border-left:4px solid #b3261e;padding:.5rem .75rem;background:#fdf1f0}
dt{font-weight:600}dd{margin:0 0 .75rem}.answer{white-space:pre-line;border-left:4px solid #0b5cad;padding-left:.75rem}
</style></head><body><main>${body}</main></body></html>`

/** The form; with the trouble above it, and at its field, where there is any. */
export function formPage(nonce: string, trouble?: string): string {
  const told = trouble === undefined ? '' : `<p class="wrong" id="trouble" role="alert">${escapedHtml(trouble)}</p>`
  const described = trouble === undefined ? 'hint' : 'hint trouble'
  return frame(
    nonce,
    trouble === undefined ? 'Проверить по коду' : 'Ошибка: проверить по коду',
    `<h1>Проверить по коду</h1>${told}
<form method="post" action="/t"><label for="code">Код</label>
<p class="hint" id="hint">Двенадцать знаков из письма, расписки или со страницы после анкеты, например 7K3M-9QXA-2FH8. Чёрточки и большие буквы не важны.</p>
<input type="text" id="code" name="code" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="${described}"${trouble === undefined ? '' : ' aria-invalid="true"'}>
<button>Проверить</button></form>`,
  )
}

/** What is known of an appeal by its code: its course, the published answer, the question, and reopening. */
export function appealPage(nonce: string, appeal: FoundAppeal, code: string, told?: string): string {
  const { number, authority, kind, state, received, registered, due } = appeal
  const facts: [string, string | null][] = [
    ['Состояние', APPEAL_COURSE.states[state]],
    ['Вид', KINDS[kind]],
    ['Рассматривает', authority],
    ['Поступило', dayInWords(received)],
    ['Зарегистрировано', registered && dayInWords(registered)],
    ['Срок ответа', due !== null && (state === 'registered' || state === 'in_work') ? dayInWords(due) : null],
    ['Дан ответ', appeal.answered && dayInWords(appeal.answered)],
    ['Перенаправлено', appeal.forwardedTo],
  ]
  const title = number === null ? 'Обращение' : `Обращение № ${number}`
  return frame(
    nonce,
    escapedHtml(title),
    `<h1>${escapedHtml(title)}</h1>${told === undefined ? '' : `<p role="status"><strong>${escapedHtml(told)}</strong></p>`}
${factList(facts)}
${answerPart(appeal)}${donePart(appeal)}${questionPart(appeal, code)}${reopenPart(appeal, code)}
<p><a href="/t">Проверить другой код</a></p>`,
  )
}

/** What is known by its code of what somebody wrote in a questionnaire. */
export function feedbackPage(nonce: string, given: FoundFeedback): string {
  const facts: [string, string | null][] = [
    ['Состояние', given.state],
    ['Рассматривает', given.authority],
    ['Услуга', given.service],
    ['Получено', dayInWords(given.received)],
    ['Срок ответа', given.isOpen ? dayInWords(given.due) : null],
  ]
  const sentence =
    given.sentence === null ? '' : `<h2>Что сказано</h2><p class="answer">${escapedHtml(given.sentence)}</p>`
  return frame(
    nonce,
    'Отзыв',
    `<h1>Ваш отзыв</h1>${factList(facts)}${sentence}
<h2>Что Вы написали</h2><p class="answer">${escapedHtml(given.words)}</p>
<p><a href="/t">Проверить другой код</a></p>`,
  )
}

const factList = (facts: readonly (readonly [string, string | null])[]): string =>
  `<dl>${facts.map(([name, value]) => (value === null ? '' : `<dt>${name}</dt><dd>${escapedHtml(value)}</dd>`)).join('')}</dl>`

function answerPart({ answered, answer }: FoundAppeal): string {
  if (answered === null) return ''
  if (answer === null) return '<h2>Ответ</h2><p>Ответ направлен Вам способом, который Вы выбрали.</p>'
  return `<h2>Ответ</h2><p class="answer">${escapedHtml(answer)}</p>`
}

function donePart({ done }: FoundAppeal): string {
  if (done.length === 0) return ''
  return `<h2>Что сделано</h2>${done.map((news) => `<p>${escapedHtml(news)}</p>`).join('')}`
}

const hidden = (code: string): string => `<input type="hidden" name="code" value="${escapedHtml(code)}">`

function questionPart({ mayAnswer }: FoundAppeal, code: string): string {
  if (!mayAnswer) return ''
  const choice = (value: string, words: string) =>
    `<label class="choice"><input type="radio" name="solved" value="${value}" required> ${words}</label>`
  return `<h2>Решён ли Ваш вопрос?</h2><form method="post" action="/t/solved">${hidden(code)}<fieldset>
<legend>Выберите одно</legend>${choice('yes', 'Да')}${choice('partly', 'Частично')}${choice('no', 'Нет')}</fieldset>
<button>Ответить</button></form>`
}

function reopenPart({ mayReopen }: FoundAppeal, code: string): string {
  if (!mayReopen) return ''
  return `<h2>Возобновить рассмотрение</h2><form method="post" action="/t/reopening">${hidden(code)}
<label for="reason">Что осталось нерешённым</label>
<textarea id="reason" name="reason" rows="4" required minlength="3" maxlength="2000"></textarea>
<button>Возобновить</button></form>`
}
