import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { statusRows } from '@otklik/model/statuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { otklik, serveOn } from './otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-commands-'))
chmodSync(folder, 0o711)
const dataDir = join(folder, 'data')
const at = (...names: string[]): string => join(folder, ...names)
const run = (...args: string[]) => otklik(dataDir, ...args)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const requests = (...rows: string[]): string =>
  ['request_id;service_id;submission_channel;region', ...rows, ''].join('\n')
const events = (...rows: string[]): string => ['request_id;section;status;date;time', ...rows, ''].join('\n')
function write(name: string, content: string | Buffer): string {
  mkdirSync(join(at(name), '..'), { recursive: true })
  writeFileSync(at(name), content)
  return at(name)
}
/** A day in a folder: two files of one name, a ZIP beside them, a file and a folder with names that folders skip. */
async function writeDay(name: string, id: string): Promise<string> {
  write(`${name}/requests.csv`, requests(`${id}1;100;ЕПГУ;31`, `${id}2;100;МФЦ;77`))
  write(`${name}/inner/requests.csv`, requests(`${id}3;100;ЕПГУ;31`))
  const zip = new ZipFile()
  zip.addBuffer(
    Buffer.from(events(`${id}1;ЕПГУ;17;01.05.2026;10:00:00`, `${id}1;ЕПГУ;4;02.05.2026;10:00:00`)),
    'a/events.csv',
  )
  zip.addBuffer(
    Buffer.from(events(`${id}3;ЕПГУ;17;01.05.2026;10:00:00`, `${id}3;ЕПГУ;3;03.05.2026;10:00:00`)),
    'b/events.csv',
  )
  zip.end()
  write(`${name}/more.zip`, await buffer(zip.outputStream))
  write(`${name}/manifest.json`, '{}')
  write(`${name}/.backup/requests.csv`, requests(`${id}9;100;ЕПГУ;31`))
  return at(name)
}
const date = ['--date', '2026-06-30']
const zero = { read: 0, accepted: 0, quarantined: 0, dropped: 0 }

describe('without a store', () => {
  test('statuses', async () => {
    const json = await run('statuses', '--format', 'json')
    expect([json.status, json.stderr, JSON.parse(json.stdout)]).toEqual([0, '', statusRows()])
    expect(statusRows()).toContainEqual({
      code: 39,
      name: 'Выдан результат МФЦ',
      items: { ОГВ: null, МФЦ: '10', ЕПГУ: null, ВИС: null },
    })
    const table = await run('statuses', '--format', 'table')
    expect(table.stdout).toMatch(/^ *Код +Статус/)
  })

  test('check: sums, codes, samples and exit statuses; what was set aside, corrected, is accepted', async () => {
    const bad = write('check/events.csv', events('r;ЕПГУ;17;01.05.2026;10:00:00', 'r;ЕПГУ;17;31.02.2026;10:00:00'))
    const partly = await run('check', at('check'), ...date, '--json', '--quarantine', at('aside'))
    expect([partly.status, partly.stderr]).toEqual([1, ''])
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)
    const totals = { read: 2, accepted: 1, quarantined: 1, dropped: 0 }
    const sample = { file: 'events.csv', message: expect.stringMatching(/^[А-Я].*\.$/) }
    expect(JSON.parse(partly.stdout)).toEqual({
      status: 'partly',
      files: [{ name: 'events.csv', kind: 'events', sha256, ...totals, structure: [] }],
      totals,
      codes: { bad_date: 1, unknown_request: 1 },
      samples: [
        { ...sample, row: 2, line: 3, column: 'date', value: '31.02.2026', code: 'bad_date' },
        { ...sample, row: 1, line: 2, column: 'request_id', value: 'r', code: 'unknown_request' },
      ],
    })
    const [aside = ''] = readdirSync(at('aside'))
    const text = readFileSync(at('aside', aside), 'utf8')
    expect(text).toMatch(
      /^\uFEFFrequest_id;section;status;date;time;_row;_codes;_messages\r\nr;ЕПГУ;17;31.02.2026;10:00:00;2;bad_date;/,
    )
    const corrected = await run('check', write('corrected.csv', text.replace('31.02', '28.02')), ...date, '--json')
    expect(corrected.status).toBe(0)
    expect(JSON.parse(corrected.stdout)).toMatchObject({
      status: 'accepted',
      totals: { read: 1, accepted: 1 },
      codes: { unknown_request: 1 },
    })
    const refused = await run('check', write('no.csv', 'a;b\n1;2\n'), '--json')
    expect([refused.status, JSON.parse(refused.stdout)]).toMatchObject([
      2,
      { status: 'refused', files: [{ structure: ['no_known_kind'] }] },
    ])
    const people = await run('check', bad, ...date)
    expect([people.status, people.stderr]).toEqual([1, ''])
    expect(people.stdout).toContain('прочитано 2 = принято 1 + отложено 1 + повторы 0')
  })

  test.each([
    [['fly'], 'Неизвестная команда «fly»'],
    [['check'], 'Не указано, что проверить'],
    [['check', '/nowhere.csv'], 'Нет такого файла или папки: /nowhere.csv'],
    [['check', '/', '--date', '2026-02-30'], 'Параметр --date'],
    [['check', 'x.csv', '--colour'], 'Не понял параметры'],
    [['import', '/nowhere.csv'], '--supplier'],
    [['import', '--supplier', 'a'], 'Не указано, что принять'],
    [['import', '/', '--supplier', 'a', '--date', '2026-13-40'], 'Параметр --date'],
    [['import', '/', '--supplier', 'a', '--date', '2099-01-01'], 'ещё не наступила'],
    [['export', '--out', '/tmp/x'], '--date'],
    [['export', '--date', '2026-06-30'], '--out'],
    [['indicators', '--by', 'colour'], 'нет среза «colour»'],
    [['indicators', '--from', '2026-13'], 'Параметр --from'],
    [['indicators', '--from', '0001-01'], 'Параметр --from'],
    [['indicators', '--from', '2026-02', '--to', '2026-01'], 'конец периода раньше начала'],
    [['indicators', '--format', 'xml'], 'нужно одно из json, csv, table'],
    [['statuses', 'more'], 'Не понял параметры'],
  ])('wrong usage: %j', async (args, sentence) => {
    const { status, stdout, stderr } = await run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).not.toMatch(/at .*\.ts|Error:/)
    expect(existsSync(dataDir)).toBe(false)
  })
})

/** The rows without the figures: what a slice is cut by, and the order of its keys. */
const keys = [
  'service',
  'region',
  'channel',
  'month',
  'submitted',
  'in_error',
  'error_share',
  'decided',
  'refused',
  'refusal_share',
  'ratings',
  'csi',
]
const expected = [
  {
    service: '100',
    region: '31',
    channel: 'ЕПГУ',
    month: '2026-05',
    submitted: 2,
    in_error: 0,
    error_share: 0,
    decided: 2,
    refused: 1,
    refusal_share: 50,
    ratings: 0,
    csi: null,
  },
]

describe('with a store', () => {
  beforeAll(async () => {
    await Promise.all([writeDay('near', 'n'), writeDay('far', 'f')])
  })

  test('a command opens the installation itself and closes it again', async () => {
    const imported = await run('import', at('near'), '--supplier', 'near', ...date, '--json')
    expect([imported.stderr, imported.status]).toEqual(['', 0])
    const receipt = JSON.parse(imported.stdout)
    expect(receipt).toMatchObject({ status: 'accepted', totals: { read: 7, accepted: 7, quarantined: 0, dropped: 0 } })
    expect(receipt.files.map((file: { name: string }) => file.name)).toEqual([
      'requests.csv',
      'a/events.csv',
      'b/events.csv',
      'requests.csv',
    ])
    const shown = await run('indicators', '--from', '2026-01', '--to', '2026-12', '--format', 'json')
    expect([shown.stderr, shown.status]).toEqual(['', 0])
    expect(JSON.parse(shown.stdout)).toEqual(expected)
    expect(JSON.parse(shown.stdout).map(Object.keys)).toEqual([keys])
  }, 120_000)

  test('a package of an impossible supplier leaves nothing on the disk', async () => {
    const folders = () => readdirSync(join(dataDir, 'files', '2026-06'))
    const before = folders()
    const { status, stdout, stderr } = await run('import', at('near'), '--supplier', 'плохой код', ...date)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Код поставщика')
    expect(folders()).toEqual(before)
  }, 120_000)

  test('with a server running the same commands go through it', async () => {
    const server = await serveOn(dataDir)
    try {
      expect(server.said()).toMatch(/Отклик работает: http:\/\/(127\.0\.0\.1|localhost):[1-9]\d*/)
      const folderSent = await run('import', at('far'), '--supplier', 'far', ...date, '--json')
      expect([folderSent.stderr, folderSent.status]).toEqual(['', 0])
      const receipt = JSON.parse(folderSent.stdout)
      expect(receipt).toMatchObject({
        status: 'accepted',
        totals: { read: 7, accepted: 7, quarantined: 0, dropped: 0 },
      })
      expect(receipt.files.map((file: { name: string }) => file.name).sort()).toEqual([
        'a/events.csv',
        'b/events.csv',
        'requests.csv',
        'requests.csv',
      ])
      expect(Object.keys(receipt)).toEqual(['status', 'files', 'totals', 'codes', 'samples'])

      const one = write('one.csv', events('n2;МФЦ;1013;05.05.2026;', 'n2;?;1;05.05.2026;'))
      const partly = await run('import', one, '--supplier', 'far', ...date, '--json')
      expect([partly.stderr, partly.status]).toEqual(['', 1])
      expect(JSON.parse(partly.stdout)).toMatchObject({
        status: 'partly',
        codes: { no_time: 1, unknown_section: 1 },
        files: [{ name: 'one.csv' }],
      })
      const again = await run('import', one, '--supplier', 'far', ...date, '--json')
      expect([again.status, JSON.parse(again.stdout)]).toMatchObject([0, { status: 'already_received', totals: zero }])
      const good = write('good.csv', events('n2;МФЦ;1013;06.05.2026;10:00:00'))
      const damaged = write('damaged.zip', Buffer.from('PK\u0003\u0004 no archive at all'))
      const beside = await run('import', good, damaged, '--supplier', 'far', ...date, '--json')
      expect([beside.stderr, beside.status, JSON.parse(beside.stdout)]).toMatchObject([
        '',
        1,
        {
          status: 'partly',
          files: [
            { name: 'good.csv', accepted: 1 },
            { name: 'damaged.zip', read: 0 },
          ],
        },
      ])
      expect(JSON.parse(beside.stdout).files[1].structure).toEqual(['unsafe_archive'])

      const refused = await run('import', write('no.csv', 'a;b\n'), '--supplier', 'far', ...date)
      expect([refused.status, refused.stdout]).toMatchObject([2, expect.stringContaining('не принят')])

      const all = await run('indicators', '--format', 'json')
      expect(JSON.parse(all.stdout)).toEqual([
        { ...expected[0], submitted: 4, decided: 4, refused: 2 },
        { ...expected[0], region: '77', channel: 'МФЦ', submitted: 1, decided: 0, refused: 0, refusal_share: null },
      ])
      const cut = await run(
        'indicators',
        '--by',
        'month,service',
        '--format',
        'csv',
        '--region',
        '31',
        '--service',
        '100',
      )
      expect(cut.stdout).toBe(
        'service;month;submitted;in_error;error_share;decided;refused;refusal_share;ratings;csi\r\n100;2026-05;4;0;0;4;2;50;0;\r\n',
      )
      const table = await run('indicators', '--by', 'month')
      expect(table.stdout).toMatch(/^ *Месяц +Подано/)
      expect(JSON.parse((await run('indicators', '--from', '2026-06', '--format', 'json')).stdout)).toEqual([])

      const why = ['why', '--indicator', 'refusals', '--from', '2026-05', '--to', '2026-05', '--format', 'json']
      expect(JSON.parse((await run(...why)).stdout)).toMatchObject({
        a: { n: 0 },
        b: { n: 4, value: 50 },
        change: null,
      })
      const out = at('out')
      const exported = await run('export', '--date', '2026-06-30', '--supplier', 'near', '--out', out)
      expect(exported.status).toBe(0)
      const kinds = ['complaints', 'events', 'payments', 'ratings', 'requests', 'services']
      expect(readdirSync(out).sort()).toEqual(['manifest.json', ...kinds.map((kind) => `near_20260630_${kind}.csv`)])
      expect(readFileSync(join(out, 'near_20260630_events.csv'), 'utf8').split('\r\n')[1]).toBe(
        'n1;ЕПГУ;11;17;01.05.2026;10:00:00',
      )
      const back = await run('import', out, '--supplier', 'back', ...date, '--json')
      expect(JSON.parse(back.stdout)).toMatchObject({
        status: 'accepted',
        totals: { read: 7, accepted: 3, quarantined: 0, dropped: 4 },
      })
    } finally {
      expect(await server.stop()).toBe(0)
    }
  }, 120_000)
})
