import type { StructureCode } from '../codes.ts'
import { type Kind, kindRules } from '../columns.ts'
import { titleOfColumn } from '../header/index.ts'

/** What a sentence about a whole file is made from. */
export interface Fact {
  readonly columns?: readonly string[]
  readonly kind?: Kind | null
  /** Kinds of which the file has all columns too. */
  readonly besides?: readonly Kind[]
  /** Line of the file, from 1. */
  readonly line?: number
  readonly detail?: string
}

/** Columns of which the file needs only one. */
const either: Readonly<Record<string, string>> = { item: 'status', score: 'criteria' }

function missing({ columns = [], kind }: Fact): string {
  const named = columns.map((name) => {
    const other = either[name]
    const title = titleOfColumn(kind, name)
    return kind && kind !== 'services' && other ? `${title} или ${titleOfColumn(kind, other)}` : title
  })
  return `В заголовке нет обязательных столбцов: ${named.join(', ')}.`
}

const kindOf = (kind: Kind): string => `«${kindRules[kind].title}» (${kind})`

function mixed({ columns = [], kind, besides = [] }: Fact): string {
  const own = kind ? kindOf(kind) : 'одного вида'
  const other = besides.map(kindOf).join(', ') || 'другого'
  return (
    `В одном файле столбцы разных видов: ${own} и ${other} – столбцы ${columns.map((name) => `«${name}»`).join(', ')}. ` +
    'Передайте каждый вид отдельным файлом.'
  )
}

const sayStructure: Readonly<Record<StructureCode, (fact: Fact) => string>> = {
  empty_file: () => 'Файл пуст: нет даже заголовка.',
  bad_encoding: () => 'Кодировка файла не распознана. Нужна UTF-8 или Windows-1251.',
  no_known_kind: () => 'По заголовку нельзя понять, что в файле. Первая строка должна содержать названия столбцов.',
  missing_column: missing,
  duplicate_column: ({ columns = [], kind }) =>
    `Столбец назван в заголовке дважды: ${columns.map((name) => titleOfColumn(kind, name)).join(', ')}.`,
  mixed_kinds: mixed,
  unclosed_quote: ({ line }) => `Кавычка, открытая в строке ${line ?? '?'} файла, не закрыта до его конца.`,
  too_large: () => 'Файл или одна его строка больше, чем можно принять.',
  unsafe_archive: () => 'Архив небезопасен или повреждён и не раскрыт.',
  bad_workbook: () => 'Книгу Excel нельзя прочитать как таблицу.',
}

/** Why a file was refused and what would be right, in Russian. */
export function explainStructure(code: StructureCode, fact: Fact = {}): string {
  return fact.detail ? `${sayStructure[code](fact)} ${fact.detail}` : sayStructure[code](fact)
}
