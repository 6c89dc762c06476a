import { fold } from '../../sheet-files/index.ts'
import { isKind, isOutcome, isSource, KINDS, OUTCOMES, SOURCES } from '../kinds.ts'
import { type ColumnName, COLUMNS, MAPPED_COLUMNS } from './columns.ts'

/** How other systems call our columns; the first that a file has is proposed. */
const TITLES: Readonly<Partial<Record<ColumnName, readonly string[]>>> = {
  number: ['№ обращения', 'номер обращения', 'регистрационный номер', 'рег. номер', 'рег. №', 'номер', '№', 'id'],
  authority: ['орган', 'ведомство', 'организация', 'исполнитель (орган)'],
  service: ['услуга', 'номер услуги', 'код услуги'],
  kind: ['вид обращения', 'вид', 'тип обращения', 'тип'],
  source: ['источник', 'источник поступления', 'канал', 'канал поступления', 'откуда поступило'],
  received: ['дата поступления', 'поступило', 'дата создания', 'дата подачи', 'дата обращения'],
  registered: ['дата регистрации', 'зарегистрировано', 'дата рег.'],
  answered: ['дата ответа', 'дата отправки ответа', 'отвечено', 'дан ответ'],
  closed: ['дата закрытия', 'закрыто'],
  outcome: ['итог', 'результат', 'результат рассмотрения', 'решение'],
  topics: ['тема', 'темы', 'тематика', 'рубрика', 'вопрос'],
  duplicate_of: ['дубликат', 'повтор обращения', 'основное обращение'],
  text: ['текст', 'текст обращения', 'содержание', 'краткое содержание', 'суть обращения'],
  applicant: ['заявитель', 'фио', 'ф.и.о.', 'фио заявителя', 'автор'],
  mail: ['электронная почта', 'e-mail', 'email', 'эл. почта', 'почта'],
  phone: ['телефон', 'контактный телефон', 'номер телефона'],
  address: ['адрес', 'почтовый адрес', 'адрес заявителя'],
  office: ['подразделение', 'офис', 'отдел'],
  request_id: ['номер заявления', 'номер дела', '№ заявления'],
}

/** Which titles of a file look like our columns; those that bear our own names need no mapping. */
export function proposeColumns(titles: readonly string[]): Partial<Record<ColumnName, string>> {
  const left = new Map(titles.filter((title) => title !== '').map((title) => [fold(title), title]))
  const found: Partial<Record<ColumnName, string>> = {}
  for (const column of [...COLUMNS, ...MAPPED_COLUMNS]) {
    const isOwn = COLUMNS.some((own) => own === column) && left.delete(column)
    const title = isOwn ? undefined : TITLES[column]?.find((one) => left.has(one))
    if (title === undefined) continue
    found[column] = left.get(title) ?? title
    left.delete(title)
  }
  return found
}

/** Columns whose words are ours or mapped. */
export type WordColumn = 'kind' | 'source' | 'outcome'
const WORDS = {
  kind: { is: isKind, names: KINDS },
  source: { is: isSource, names: SOURCES },
  outcome: { is: isOutcome, names: OUTCOMES },
} as const

/** Our word for one of another system that says what we call it; undefined where a person has to choose. */
export function proposeWord(column: WordColumn, word: string): string | undefined {
  const { is, names } = WORDS[column]
  if (is(word)) return word
  const asked = fold(word)
  return Object.entries(names).find(([, name]) => fold(name) === asked)?.[0]
}
export const WORD_COLUMNS = Object.keys(WORDS) as readonly WordColumn[]
