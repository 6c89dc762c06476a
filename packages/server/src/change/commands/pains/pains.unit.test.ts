import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { TABLE_HEADINGS } from '@otklik/model/change/pains'
import { afterAll, describe, expect, test } from 'vitest'
import { otklik } from '../../../../test/cli/otklik.ts'
import { opened } from '../../../platform/papers/office.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-pains-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
function file(name: string, content: unknown): string {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content))
  return at(name)
}
const pains = (...args: string[]) => otklik(folder, 'pains', ...args)

const problem = (code: string, name: string) => ({ code, name, stage: 'приём', feasibility: 3, flag: null })
const asked = (count: number, problems: string[], rating: number | null) =>
  Array.from({ length: count }, () => ({ process: 's', channel: 'МФЦ', rating, problems }))
const INPUT = {
  period: '2026-Q2',
  processes: [{ id: 's', name: 'Зачисление в школу' }],
  problems: [problem('q', '=HYPERLINK("http://x")'), problem('f', '@форма')],
  respondents: [...asked(41, ['q'], 2), ...asked(339, [], 5), ...asked(20, ['f'], 5)],
  items: [],
  measures: [{ process: 's', problem: 'q', text: '+ второе окно', responsible: '-Отдел', due: '2026-09-01' }],
}

describe('compute', () => {
  test('the map, with its sentences', async () => {
    const { status, stdout, stderr } = await pains('compute', file('i.json', INPUT))
    const map = JSON.parse(stdout)
    expect([status, stderr, map.period, Object.keys(map)]).toEqual([0, '', '2026-Q2', ['period', 'rows', 'cells']])
    expect(map.rows.map(({ problem: code }: { problem: string }) => code)).toEqual(['q', 'f'])
    expect(map.rows[0].why).toContain('Названа 41 из 400 опрошенных')
    expect(map.cells).toMatchObject([{ process: 's', stage: 'приём', n: 400, named: 61 }])
  })
  test('records that are wrong are left out and told: status 1', async () => {
    const { status, stdout, stderr } = await pains(
      'compute',
      file('i.json', { ...INPUT, respondents: [...asked(1, ['q'], 9), ...INPUT.respondents] }),
    )
    expect([status, JSON.parse(stdout).rows[0].n]).toEqual([1, 400])
    expect(stderr).toContain('i.json, respondents[0]: Поле rating: нужно число от 1 до 5, а дано 9.')
  })
  test('ratings that are all empty are told', async () => {
    const { status, stderr } = await pains('compute', file('i.json', { ...INPUT, respondents: asked(40, ['q'], null) }))
    expect([status, stderr]).toEqual([0, expect.stringContaining('ни в одном ответе нет оценки')])
  })
  test.each([
    ['nothing to count', { processes: [], problems: [] }, 'считать нечего'],
    ['no JSON', '{', 'не разобран как JSON'],
    ['an empty file', '', 'пуст, читать нечего'],
    ['a list', [], 'нужен объект JSON'],
    ['settings that are none', { ...INPUT, settings: { min: 1 } }, 'Поля settings.min нет'],
  ])('%s: status 2', async (_, content, sentence) => {
    const { status, stdout, stderr } = await pains('compute', file('i.json', content))
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
  })
})

test('effect: of one measure, or of one a line', async () => {
  const measure = {
    done_on: '2026-04-15',
    better: 'less',
    months: [
      { month: '2026-03', n: 100, x: 20 },
      { month: '2026-07', n: 100, x: 5 },
    ],
  }
  const alone = await pains('effect', file('e.json', JSON.stringify(measure, null, 2)))
  expect([alone.status, JSON.parse(alone.stdout)]).toEqual([
    0,
    expect.objectContaining({ verdict: 'better', difference: -15 }),
  ])
  const several = await pains(
    'effect',
    file('e.jsonl', [measure, { ...measure, better: 'up' }, measure].map((one) => JSON.stringify(one)).join('\n')),
  )
  expect([several.status, several.stdout.trim().split('\n').length]).toEqual([1, 2])
  expect(several.stderr).toContain('e.jsonl, строка 2: Поле better: нужно одно из less, more, а дано «up».')
})

test('propose: the processes that a rule speaks for', async () => {
  const process = {
    id: 's',
    applications: null,
    months: [{ month: '2026-06', answers: 40, dissatisfied: 30, negative: 0 }],
    problems: [],
  }
  const { status, stdout } = await pains(
    'propose',
    file('p.json', { month: '2026-06', as_of: '2026-07-10', processes: [process] }),
  )
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    { month: '2026-06', proposals: [{ process: 's', rules: ['dissatisfied'], target_n: 385 }] },
  ])
})

describe('table', () => {
  const cells = [
    '1.',
    'Зачисление в школу',
    '=HYPERLINK("http://x")',
    'Высокая',
    'Высокая',
    '+ второе окно',
    '-Отдел',
    '01.09.2026',
  ]
  test('a workbook with the eight headings, in which nothing is a formula', async () => {
    const { status, stderr } = await pains('table', file('i.json', INPUT), '--out', at('t.xlsx'))
    expect([status, stderr]).toEqual([0, ''])
    const book = new exceljs.Workbook()
    await book.xlsx.readFile(at('t.xlsx'))
    const rows: unknown[][] = []
    book.worksheets[0]?.eachRow((row) =>
      rows.push(Array.from({ length: 8 }, (_, column) => row.getCell(column + 1).value)),
    )
    expect(rows).toContainEqual([...TABLE_HEADINGS])
    expect(rows).toContainEqual(cells)
    expect(rows.flat().filter((value) => typeof value === 'object' && value !== null && 'formula' in value)).toEqual([])
    expect((await opened(readFileSync(at('t.xlsx')))).text('xl/worksheets/sheet1.xml')).not.toContain('<f>')
  })
  test('a document of Word with the same', async () => {
    expect((await pains('table', file('i.json', INPUT), '--out', at('t.docx'))).status).toBe(0)
    const text = (await opened(readFileSync(at('t.docx'))))
      .text('word/document.xml')
      .replaceAll(/<[^>]+>/g, '\n')
      .replaceAll('&quot;', '"')
    for (const words of [...TABLE_HEADINGS, ...cells]) expect(text).toContain(words)
  })
  test('a measure that has no place is told; another ending is refused', async () => {
    const stray = { process: 's', problem: 'f', text: 'x', responsible: null, due: null }
    const { status, stderr } = await pains(
      'table',
      file('i.json', { ...INPUT, respondents: asked(40, ['q'], 5), measures: [stray] }),
      '--out',
      at('u.xlsx'),
    )
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('i.json, measures[0]: В этом процессе проблему никто не назвал'),
    ])
    const refused = await pains('table', file('i.json', INPUT), '--out', at('t.pdf'))
    expect([refused.status, existsSync(at('t.pdf')), refused.stderr]).toEqual([
      2,
      false,
      expect.stringContaining('нужен файл .xlsx или .docx'),
    ])
  })
})
