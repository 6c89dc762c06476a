import { anyFieldsOf, type Fields, InputError, neededField, shown, textField } from '@otklik/model/inputs'
import type { Reader } from './json-lines.ts'

/** What identifies a record in files of JSON lines: it is given back as it came. */
export type RecordId = string | number

export interface TextRecord {
  readonly id: RecordId
  readonly text: string
}

export function idField(fields: Fields): RecordId {
  const id = neededField(fields, 'id')
  if (typeof id === 'string' || typeof id === 'number') return id
  throw new InputError('wrong_type', `Поле id: нужна строка или число, а дано ${shown(id)}.`)
}

/** `{"id","text"}`; other fields are passed over. */
export const readText: Reader<TextRecord> = (value) => {
  const fields = anyFieldsOf(value)
  return { id: idField(fields), text: textField(fields, 'text') }
}
