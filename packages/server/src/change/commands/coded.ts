import { anyFieldsOf, InputError, neededField, textField, textsField } from '@otklik/model/inputs'
import { type Rubricator, successorsOf } from '@otklik/model/change/rubricator'
import { type RecordId, idField } from './records.ts'
import type { Reader } from './json-lines.ts'

/** What a coder gave a text: the main code first; an empty list where it has no topic. */
export interface CodingRecord {
  readonly id: RecordId
  readonly codes: readonly string[]
}
export interface CodedRecord extends CodingRecord {
  readonly text: string
}

/** `{"id","codes"}` */
export const readCoding: Reader<CodingRecord> = (value) => {
  const fields = anyFieldsOf(value)
  const id = idField(fields)
  neededField(fields, 'codes')
  return { id, codes: [...new Set(textsField(fields, 'codes'))] }
}

/** `{"id","text","codes"}`: codes of the rubricator where there is one; those that were merged become what replaced them. */
export const codedReader =
  (rubricator: Rubricator | null): Reader<CodedRecord> =>
  (value) => {
    const { id, codes } = readCoding(value)
    const text = textField(anyFieldsOf(value), 'text')
    if (rubricator === null && codes.length === 0)
      throw new InputError('no_codes', 'Поле codes: нет ни одного кода. Без рубрикатора учить по такому тексту нечего.')
    return {
      id,
      text,
      codes: rubricator === null ? codes : [...new Set(codes.map((code) => currentCode(rubricator, code)))],
    }
  }

function currentCode(rubricator: Rubricator, code: string): string {
  if (!rubricator.topics.some((topic) => topic.code === code))
    throw new InputError('no_such_topic', `Кода «${code}» в рубрикаторе нет. Исправьте код или добавьте тему.`)
  const [next = code, ...others] = successorsOf(rubricator, code)
  if (others.length === 0) return next
  const words = [next, ...others].map((one) => `«${one}»`).join(', ')
  throw new InputError(
    'topic_was_split',
    `Тема «${code}» разделена на ${words}. Выберите для этого текста одну из них.`,
  )
}
