import type { Text } from '@otklik/model/questionnaires'
import type { Prepared } from '@otklik/model/questionnaires/answering'

export interface FormWords {
  textOf(text: Text | undefined): string
  /** «3. Насколько Вы удовлетворены …»; of `q6.site` the row's text. */
  item(code: string): string
  /** The text of an option, a point of a scale or an entry of a list. */
  option(code: string, option: string): string
}

/** The texts of a questionnaire in a language, else in its main one; the code itself where there are none. */
export function formWords(form: Prepared, language: string): FormWords {
  const [main = 'ru'] = form.questionnaire.languages
  const textOf = (text: Text = {}): string => text[language] ?? text[main] ?? ''
  const question = (code: string) => form.byCode.get(code)?.question
  return {
    textOf,
    item: (code) => {
      const [own = ''] = code.split('.', 1)
      const asked = question(own)
      const row = form.items.get(code)?.row
      if (row !== undefined) return textOf(row.text) || code
      const text = textOf(asked?.text) || code
      return asked?.number === undefined ? text : `${asked.number}. ${text}`
    },
    option: (code, option) => {
      const item = form.items.get(code)
      const list = form.questionnaire.lists?.[item?.question.list ?? '']
      const entry = Array.isArray(list) ? list.find((one) => one.code === option) : undefined
      return textOf((item?.options.get(option) ?? entry)?.text) || option
    },
  }
}
