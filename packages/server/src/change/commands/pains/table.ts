import { writeFile } from 'node:fs/promises'
import { measuresWithoutRow, painTable } from '@otklik/model/change/pains'
import { parse, required, UsageError } from '../../../cli/usage.ts'
import { renderHere } from '../../../platform/papers/renderers.ts'
import { painTablePaper } from '../../papers/pain-table.ts'
import { tellFaults } from '../json-lines.ts'
import { mapOf } from './compute.ts'

const options = { out: { type: 'string' } } as const

/** `otklik pains table I.json --out F.xlsx|F.docx` */
export async function table(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0)
    throw new UsageError('Укажите один файл: otklik pains table ДАННЫЕ.json --out ТАБЛИЦА.xlsx.')
  const out = required('out', values.out)
  const format = formatOf(out)
  const { map, input, faults } = await mapOf(path)
  const strays = measuresWithoutRow(input, map).map((at) => ({
    place: `measures[${at}]`,
    message: 'В этом процессе проблему никто не назвал: в таблице мере нет места. Проверьте процесс и проблему.',
  }))
  tellFaults(path, strays)
  const paper = painTablePaper(painTable(input, map), { period: input.period, made: new Date().toISOString() })
  await writeFile(out, await renderHere(paper, format))
  return faults + strays.length > 0 ? 1 : 0
}

function formatOf(out: string): 'xlsx' | 'docx' {
  const ending = /\.(xlsx|docx)$/i.exec(out)?.[1]?.toLowerCase()
  if (ending === 'xlsx' || ending === 'docx') return ending
  throw new UsageError(`Параметр --out: нужен файл .xlsx или .docx, а дано «${out}».`)
}
