import { judge, prepare, readFields } from '@otklik/model/questionnaires/answering'
import type { Questionnaire } from '@otklik/model/questionnaires'
import { fieldsOf, sendAlong } from './fields.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement

/** Shows and hides questions as answers come, by the same code as the server, and the texts of «другое». */
export function followConditions(main: HTMLElement): void {
  const data = document.querySelector('#live')?.textContent
  // The server wrote it: an outline of the questionnaire.
  const prepared = data ? prepare(JSON.parse(data) as Questionnaire) : undefined
  const follow = (): void => {
    if (prepared) {
      const { shown } = judge(prepared, { ...readFields(prepared, fieldsOf(main)), state: 'partial' })
      showItems(main, shown)
    }
    showOthers(main)
  }
  main.addEventListener('input', follow)
  // Tells the server that what has come up has been seen.
  sendAlong(main, '_s', '1')
  follow()
}

function showItems(main: HTMLElement, shown: readonly string[]): void {
  for (const part of main.querySelectorAll<HTMLElement>('[data-item]')) {
    const code = part.dataset.item ?? ''
    const isShown = shown.some((one) => one === code || one.startsWith(`${code}.`))
    part.hidden = !isShown
    for (const control of part.querySelectorAll<Control>('input, textarea, button'))
      if (control.closest('[data-item]') === part) control.disabled = !isShown
  }
}

/** The text is asked for once its option is chosen. */
function showOthers(main: HTMLElement): void {
  for (const part of main.querySelectorAll<HTMLElement>('.other')) {
    const choice = part.previousElementSibling?.querySelector('input')
    const isAsked = choice?.checked === true
    part.hidden = !isAsked
    const field = part.querySelector('input')
    if (field) field.disabled = !isAsked || choice.disabled
  }
}
