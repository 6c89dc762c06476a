// Commands that need no installation: each through the real entry, with what it prints and its exit status.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { otklik } from './otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-pure-'))
const dataDir = join(folder, 'data')
const run = (...args: string[]) => otklik(dataDir, ...args)
afterAll(() => {
  // Not one of them may make an installation.
  expect(existsSync(dataDir)).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})
function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const lines = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('score: a line for a line, 1 where one was wrong', async () => {
  const good = { kind: 'internal', mass: false, regulation: 'А+', laboratory: 'В', issued: '2026-03-15' }
  const file = write('score.jsonl', `\uFEFF${JSON.stringify(good)}\r\n\r\n{"kind"\n`)
  const { status, stdout, stderr } = await run('score', file)
  expect([status, stderr]).toEqual([1, ''])
  expect(lines(stdout)).toEqual([
    expect.objectContaining({ level: 60, band: 'high', valid_to: '2029-03-14', refused: null }),
    { error: { code: 'bad_json', message: expect.stringContaining('«{"kind"»') } },
  ])
  expect(await run('score', write('good.jsonl', JSON.stringify(good)))).toMatchObject({ status: 0, stderr: '' })
})

describe('workdays', () => {
  test('between times', async () => {
    const between = ['workdays', '2026-04-30T16:30', '2026-05-12T07:00:00Z']
    const { status, stdout, stderr } = await run(...between, '--format', 'json')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toBe(
      '{"from":"2026-04-30T16:30:00","to":"2026-05-12T10:00:00","zone":"Europe/Moscow","calendar_days":12,"working_days":6,"working_seconds":145800,"seconds":1013400}\n',
    )
    // The clocks of this zone went back an hour at the end of October.
    const zoned = await run('workdays', '2026-10-24', '2026-10-26', '--zone', 'Europe/Berlin', '--format', 'csv')
    expect(zoned.stdout).toBe(
      'from;to;zone;calendar_days;working_days;working_seconds;seconds\r\n2026-10-24T00:00:00;2026-10-26T00:00:00;Europe/Berlin;2;1;0;176400\r\n',
    )
  })
  test('a term, and a year', async () => {
    const added = await run('workdays', '2025-12-31', '--add', '10', '--format', 'json')
    expect(added.stdout).toBe('{"from":"2025-12-31","add":10,"unit":"working","day":"2026-01-23"}\n')
    const moved = await run('workdays', '2026-05-01', '--add', '1', '--unit', 'calendar', '--format', 'json')
    expect(lines(moved.stdout)).toEqual([{ from: '2026-05-01', add: 1, unit: 'calendar', day: '2026-05-04' }])
    const year = await run('workdays', '--year', '2026', '--format', 'json')
    expect(year.stdout).toMatch(
      /^\{"year":2026,"working_days":247,"short":\["2026-04-30",.*"working_weekends":\[\],"off/,
    )
    expect((await run('workdays', '--year', '2026')).stdout).toContain('Рабочих дней')
  })
  test('a year that is not built in: refused, checked, counted for one call', async () => {
    const refused = await run('workdays', '2026-12-30', '--add', '2')
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toMatch(/календаря на 2027 год нет.*\(calendar_missing\)/)
    const table = { year: 2027, source: 'акт', off_weekdays: ['2027-01-01'], working_weekends: [], short: [] }
    const file = write('2027.json', JSON.stringify(table))
    const loaded = await run('workdays', '--load', file, '--format', 'json')
    expect([loaded.status, lines(loaded.stdout)]).toEqual([0, [{ ...table, working_days: 260 }]])
    expect(loaded.stderr).toMatch(/Проверьте: 04.01.2027 – нерабочий праздничный день.*не сохранена/s)
    const counted = await run('workdays', '2026-12-30', '--add', '2', '--calendar', file, '--format', 'json')
    expect(lines(counted.stdout)).toMatchObject([{ day: '2027-01-05' }])
  })
})

test('deadline: one, or a line for a line; 1 where one was wrong', async () => {
  const one = await run('deadline', '--from', '2026-04-29', '--rule', '59.answer')
  expect([one.status, one.stdout, one.stderr]).toEqual([
    0,
    '{"rule":"59.answer","from":"2026-04-29","due":"2026-05-29","act_by":"2026-05-29","source":"59-ФЗ, ст. 12"}\n',
    '',
  ])
  const cases = write(
    'cases.jsonl',
    '{"from":"2026-12-30","rule":"210.register"}\n{"from":"x","rule":"210.register"}\n',
  )
  const table = { year: 2027, source: 'акт', off_weekdays: ['2027-01-01'], working_weekends: [], short: [] }
  const calendar = write('years.json', JSON.stringify([table]))
  const many = await run('deadline', cases, '--calendar', calendar)
  expect([many.status, lines(many.stdout)]).toMatchObject([1, [{ due: '2027-01-04' }, { error: { code: 'bad_date' } }]])
  expect(await run('deadline', '--from', '2026-02-30', '--rule', '59.answer')).toMatchObject({ status: 1, stderr: '' })
})

test('deadlines of a year', async () => {
  const json = await run('deadlines', '--year', '2026', '--standing', '--format', 'json')
  expect([json.status, json.stderr]).toEqual([0, ''])
  const [found] = lines(json.stdout) as { code: string }[][]
  expect(found?.length).toBe(30)
  expect(found?.[0]).toMatchObject({ code: 'results', period: '2025-Q4', due: '2026-01-14', internal: false })
  expect((await run('deadlines', '--year', '2026', '--format', 'ics')).stdout).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect((await run('deadlines', '--year', '2026')).stdout).toContain('Порядок мониторинга качества, п. 5.3')
  const missing = await run('deadlines', '--year', '2027', '--standing', '--format', 'json')
  expect([missing.status, missing.stdout]).toEqual([2, ''])
  expect(missing.stderr).toMatch(/2027.*calendar_missing/)
})

describe('appeals', () => {
  const header = 'number;authority;kind;source;received;registered;rule;answered;outcome;topics'
  const good = '1;A;complaint;pos;2026-04-29;2026-04-30;59.answer;2026-05-12;refused;T1|T2'
  test('check: the rows of a foreign file, numbered as Excel shows them', async () => {
    const file = write(
      'foreign.csv',
      'Реестр\n\n№ обращения,Поступило,Вид,Откуда\n1,01.05.2026,complaint,ПОС\n\n2,31.02.2026,x,ПОС\n',
    )
    const columns = { number: '№ обращения', received: 'Поступило', kind: 'Вид', source: 'Откуда' }
    const mapping = { header: 3, columns, dates: 'ДД.ММ.ГГГГ', values: { source: { ПОС: 'pos' } } }
    const asked = [
      'appeals',
      'check',
      file,
      '--mapping',
      write('m.json', JSON.stringify(mapping)),
      '--date',
      '2026-06-01',
    ]
    const { status, stdout, stderr } = await run(...asked, '--json')
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toBe(
      '{"read":2,"accepted":1,"set_aside":1,"repeats":0,"codes":{"bad_date":1,"unknown_kind":1},"rows":[{"row":6,"codes":["bad_date","unknown_kind"]}]}\n',
    )
    expect((await run(...asked)).stdout).toContain('Прочитано 2 = принято 1 + отложено 1 + повторы 0')
  })
  test('metrics: of a quarter, of one authority; a wrong row is refused by its number', async () => {
    const file = write('quarter.csv', `${header}\n${good}\n${good.replace('1;A', '2;B')}\n`)
    const asked = ['appeals', 'metrics', file, '--quarter', '2026-Q2', '--authority', 'A', '--as-of', '2026-07-10']
    const json = await run(...asked, '--format', 'json')
    expect([json.status, json.stderr]).toEqual([0, ''])
    expect(lines(json.stdout)).toMatchObject([
      { quarter: '2026-Q2', as_of: '2026-07-10', read: 1, received: 1, waiting: { n: 1, median: 12 }, overdue_open: 0 },
    ])
    const csv = await run(...asked, '--format', 'csv')
    expect(csv.stdout).toMatch(
      /^metric;value\r\nquarter;2026-Q2\r\n.*channels\.pos\.share;100\r\n.*waiting\.median;12\r\n/s,
    )
    const table = await run(...asked)
    expect(table.stdout).toMatch(/Канал: Платформа обратной связи, %\s+100/)
    const bad = write('bad.csv', `${header}\n${good}\n${good.replace('59.answer', '59')}\n`)
    const refused = await run('appeals', 'metrics', bad, '--quarter', '2026-Q2')
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('Строка 3: Такого правила срока нет. Исправьте её. (unknown_rule)')
  })
})

test.each([
  [['appeals', 'metrics', 'a.csv', '--quarter', '2026-05'], 'нужен квартал вида 2026-Q2'],
  [['appeals', 'fly'], 'Напишите otklik appeals check'],
  [['deadline', 'a.jsonl', '--from', '2026-05-02'], 'Напишите otklik deadline'],
  [['workdays', '2026-05-02', '2026-05-01'], 'раньше начала'],
  [['score', '/'], 'Это папка'],
])('wrong usage: %j', async (args, sentence) => {
  const { status, stdout, stderr } = await run(...args)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(sentence)
  expect(stderr).not.toMatch(/at .*\.ts|Error:/)
})

test.each([
  [['--from', '2026-05', '--to', '2026-05'], '--indicator'],
  [['--indicator', 'csi', '--from', '2026-05', '--to', '2026-05'], 'нужно одно из refusals, errors'],
  [['--indicator', 'errors', '--from', '2026-05'], '--to'],
  [['--indicator', 'errors', '--from', '2026-05', '--to', '2026-04'], 'конец периода раньше начала'],
  [['--indicator', 'errors', '--from', '2026-05', '--to', '2026-05', '--against', '2025-05'], '--against'],
  [['--indicator', 'errors', '--from', '2026-05', '--to', '2026-05', '--by', 'day'], 'нет разреза «day»'],
])('why: wrong usage opens no installation, %j', async (args, sentence) => {
  expect(await run('why', ...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(sentence) })
})
