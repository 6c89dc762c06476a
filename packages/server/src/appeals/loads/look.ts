import { proposeColumns, proposeWord, type RowRules, WORD_COLUMNS } from '@otklik/model/appeals'
import type { FileLook } from '@otklik/model/appeals/api'
import { dayOf } from '@otklik/model/days'
import { InputError } from '@otklik/model/inputs'
import { textOfCell, translated } from '@otklik/model/sheet-files'
import type { Caller } from '../../platform/audit/index.ts'
import { badField } from '../../platform/problems/index.ts'
import type { FilesDeps } from '../deps.ts'
import { requireAuthority } from '../register/authorities.ts'
import { batches } from './batches.ts'
import { externalKey, goodRows, type Judged, judgeFile, knownNumbers, rowRules } from './judge.ts'
import { mappingFrom } from './mappings.ts'
import { openFile, openTable } from './open-file.ts'
import { withTempFile } from './temp-file.ts'

const SAMPLES = 5
const FIRST_ROWS = 200
const MOST_WORDS = 200
const AT_ONCE = 1000

interface Given {
  readonly authority: number
  readonly mapping?: string | undefined
  readonly body: AsyncIterable<Uint8Array>
}

/** What a file would come to. Nothing of it is stored. */
export async function lookAt(deps: FilesDeps, given: Given, caller: Caller): Promise<FileLook> {
  const authority = await deps.db.transaction().execute((tx) => requireAuthority(tx, given.authority, caller.who))
  if (authority === null) throw badField('authority', 'Выберите орган, в реестр которого загружают файл.')
  const mapping = mappingFrom(given.mapping === undefined ? {} : parsed(given.mapping))
  const rules = await rowRules(deps.db, { mapping, today: dayOf(caller.at), authority })
  return withTempFile(deps.dataDir, given.body, async ({ path }) => {
    try {
      const begun = await beginning(path, rules)
      const judged = await orFault(() => judgeFile(deps.db, path, rules))
      if ('fault' in judged) return { ...NOTHING, ...begun, ...judged }
      const known = await countKnown(deps, path, rules, judged.aside)
      return { ...begun, fault: null, ...summed(judged, known), words: await foreignWords(path, rules) }
    } catch (error) {
      if (error instanceof InputError) return { ...NOTHING, fault: error.message }
      throw error
    }
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badField('mapping', 'Сопоставление записано не как JSON.')
  }
}

const NOTHING: FileLook = {
  titles: [],
  proposed: {},
  samples: [],
  fault: null,
  read: 0,
  accepted: 0,
  set_aside: 0,
  repeats: 0,
  codes: {},
  rows: [],
  words: [],
}

/** Its titles and first rows: there also where the mapping does not fit yet. */
async function beginning(
  path: string,
  { mapping }: RowRules,
): Promise<Pick<FileLook, 'titles' | 'proposed' | 'samples'>> {
  const { titles, rows } = await openTable(path, mapping)
  const samples: string[][] = []
  for await (const { cells } of rows) {
    samples.push(titles.map((_, at) => textOfCell(cells[at] ?? null)))
    if (samples.length === SAMPLES) break
  }
  return { titles: [...titles], proposed: proposeColumns(titles), samples }
}

const orFault = (work: () => Promise<Judged>): Promise<Judged | { fault: string }> =>
  work().catch((error: unknown) => {
    if (error instanceof InputError) return { fault: error.message }
    throw error
  })

/** How many of the good rows are in the register already. */
async function countKnown({ db }: FilesDeps, path: string, rules: RowRules, aside: Judged['aside']): Promise<number> {
  let known = 0
  const good = goodRows(await openFile(path, rules.mapping), rules, aside)
  for await (const batch of batches(good, AT_ONCE)) {
    const numbers = batch.map(({ appeal }) => appeal.number)
    const there = await knownNumbers(db, Number(rules.authority?.id), numbers)
    known += batch.filter(({ appeal }) => there.has(externalKey(appeal.source, appeal.number))).length
  }
  return known
}

function summed({ read, accepted, set_aside, repeats, codes, aside }: Judged, known: number) {
  const rows = [...aside].slice(0, FIRST_ROWS).map(([row, of]) => ({ row, codes: [...of] }))
  return {
    read,
    accepted: accepted - known,
    set_aside,
    repeats: repeats + known,
    codes,
    rows,
  }
}

/** Words of the file for which we have others, so that a person can say which. */
async function foreignWords(path: string, { mapping }: RowRules): Promise<FileLook['words']> {
  const { layout, rows } = await openFile(path, mapping)
  const found = new Map<string, FileLook['words'][number]>()
  for await (const { cells } of rows)
    for (const column of WORD_COLUMNS) {
      const word = textOfCell(cells[layout.get(column) ?? -1] ?? null)
      const ours = translated(mapping, column, word)
      const proposed = proposeWord(column, ours)
      if (word === '' || proposed === ours || found.size >= MOST_WORDS) continue
      found.set(`${column}\n${word}`, { column, word, proposed: proposed ?? null })
    }
  return [...found.values()]
}
