import { mkdtemp, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputError } from '@otklik/model/inputs'
import { TOPIC_KINDS, type Topic, type TopicKind } from '@otklik/model/change/rubricator'
import type { TableRow } from '../../platform/http/index.ts'
import { badField } from '../../platform/problems/index.ts'
import { openSheet, type SheetRow } from '../../platform/sheets/index.ts'

const TITLES = {
  code: 'Код',
  name: 'Тема',
  process: 'Процесс',
  stage: 'Этап',
  kind: 'Вид',
  words: 'Слова',
  replaced_by: 'Заменена темами',
} as const
type Column = keyof typeof TITLES
const COLUMNS = Object.entries(TITLES).map(([key, title]) => ({ key, title }))

/** The rubricator as a book; what `readTopicRows` reads back. */
export const topicRows = (edition: number, topics: readonly Topic[]) => ({
  name: `Рубрикатор, редакция № ${edition}`,
  columns: COLUMNS,
  rows: topics.map(
    ({ words, kind = 'problem', replaced_by = [], ...topic }: Topic): TableRow => ({
      ...topic,
      kind: TOPIC_KINDS[kind],
      words: words.join(', '),
      replaced_by: replaced_by.join(', '),
    }),
  ),
})

/** Topics out of an XLSX or CSV file with these columns, in any order. Refuses a file that is none, naming the row. */
export async function readTopicRows(body: Readable): Promise<Topic[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otklik-rubricator-'))
  try {
    const path = join(folder, 'book')
    await pipeline(body, createWriteStream(path))
    return await topicsOf(path)
  } catch (error) {
    throw error instanceof InputError ? badField('topics', error.message) : error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function topicsOf(path: string): Promise<Topic[]> {
  const known = new Set<string>(Object.values(TITLES))
  const { titles, rows } = await openSheet(path, { headerRow: 1, isKnown: (title) => known.has(title) })
  for (const title of [TITLES.code, TITLES.name, TITLES.words])
    if (!titles.includes(title))
      throw new InputError('no_column', `В файле нет столбца «${title}». Возьмите за образец выгруженный рубрикатор.`)
  const topics: Topic[] = []
  for await (const row of rows) topics.push(topicOf(row, titles))
  if (topics.length === 0) throw new InputError('empty', 'В файле нет ни одной темы.')
  return topics
}

function topicOf({ row, cells }: SheetRow, titles: readonly string[]): Topic {
  const cell = (column: Column): string => String(cells[titles.indexOf(TITLES[column])] ?? '').trim()
  const many = (column: Column): string[] =>
    cell(column)
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
  const [code, name] = [cell('code'), cell('name')]
  if (code === '' || name === '')
    throw new InputError('no_code', `Строка ${row}: у темы нет кода или названия. Заполните оба столбца.`)
  return {
    code,
    name,
    process: cell('process') || null,
    stage: cell('stage') || null,
    words: many('words'),
    kind: kindOf(cell('kind'), row),
    ...(many('replaced_by').length > 0 && { replaced_by: many('replaced_by') }),
  }
}

function kindOf(written: string, row: number): TopicKind {
  if (written === '') return 'problem'
  const known = (['problem', 'proposal', 'praise'] as const).find((kind) => TOPIC_KINDS[kind] === written.toLowerCase())
  if (known !== undefined) return known
  const possible = Object.values(TOPIC_KINDS).join(', ')
  throw new InputError('unknown_kind', `Строка ${row}: вида «${written}» нет. Напишите одно из: ${possible}.`)
}
