import {
  type Code,
  type ErrorCode,
  errorCodes,
  type StructureCode,
  structureCodes,
  type WarningCode,
} from '../codes.ts'
import { explainStructure, messageOf } from '../messages/index.ts'
import type { CodeFact } from './code-fact.ts'
import { CODE_FACTS } from './code-facts.ts'

/** What becomes of what bears a code. */
export type Outcome = 'file_refused' | 'row_set_aside' | 'row_left_out' | 'file_left_out' | 'column_left_out' | 'told'

/** The same in a sentence, in Russian. */
export const OUTCOME_SENTENCES: Readonly<Record<Outcome, string>> = {
  file_refused: 'Файл не принимается целиком. Остальные файлы пакета принимаются.',
  row_set_aside: 'Строка откладывается целиком, остальные строки принимаются.',
  row_left_out: 'Строка не учитывается: верна другая, или в этой ничего нет.',
  file_left_out: 'Файл пропускается, остальные принимаются.',
  column_left_out: 'Столбец пропускается, строки принимаются.',
  told: 'Принято. Замечание только сообщает об этом.',
}

const leftOut: Readonly<Partial<Record<WarningCode, Outcome>>> = {
  duplicate_event: 'row_left_out',
  duplicate_row: 'row_left_out',
  replaced_row: 'row_left_out',
  empty_row: 'row_left_out',
  ignored_file: 'file_left_out',
  unknown_column: 'column_left_out',
}

const isStructure = (code: Code): code is StructureCode => structureCodes.some((one) => one === code)
const isError = (code: Code): code is ErrorCode => errorCodes.some((one) => one === code)

/** A code as a page of its own. */
export interface CodePage extends CodeFact {
  readonly code: Code
  readonly outcome: Outcome
  /** What a receipt says of the example. */
  readonly message: string
}

function outcomeOf(code: Code): Outcome {
  if (isStructure(code)) return 'file_refused'
  return isError(code) ? 'row_set_aside' : (leftOut[code] ?? 'told')
}

const message = (code: Code, { kind, column = 'имя', wrong = 'как прочитано' }: CodeFact): string =>
  isStructure(code)
    ? explainStructure(code, { columns: [column], kind: kind ?? null, line: 7 })
    : messageOf(code, { kind, column, value: wrong, width: 6, meant: 'office' })

export function codePage(code: Code): CodePage {
  const fact = CODE_FACTS[code]
  return { ...fact, code, outcome: outcomeOf(code), message: message(code, fact) }
}
