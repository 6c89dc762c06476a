import { isOgrn } from '@otklik/model/exchange'
import { findRegion, regionAliases, separators } from '@otklik/model/regions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { checkAll, csv } from './checked.ts'
import { different, garbled, some, verdicts } from './verdicts.ts'

const databases = testDatabases()

describe('cells of a request', () => {
  const header = [
    'request_id',
    'service_id',
    'submission_channel',
    'region',
    'applicant_kind',
    'applicant_hash',
    'age',
    'ogrn',
  ]
  const withCell = (column: string, values: readonly string[]) =>
    values.map((value, i) =>
      header.map((name) =>
        name === column
          ? value
          : ({ request_id: `r${i}`, service_id: '1', submission_channel: 'ЕПГУ', region: '31' }[name] ?? ''),
      ),
    )

  test('every name of a region, in changed case and spacing', async () => {
    const spaced = (alias: string, with_: string) => alias.split(' ').join(with_)
    const names = regionAliases().flatMap(({ alias }, i) => {
      const separator = separators.filter((one) => !'\n\r\t'.includes(one))[i % (separators.length - 3)] ?? '.'
      return [
        alias,
        ` ${alias.toUpperCase()} `,
        spaced(alias, `${separator} `),
        spaced(alias, ' \u00A0'),
        alias.replaceAll('е', 'ё'),
        `${alias}.`,
        `«${alias}»`,
        `${alias}x`,
      ]
    })
    const odd = ['00', '32 ', '100', '3', 'Россия', 'обл', 'Демонстрационная область', 'край', 'ё', '—', '31\t', '31\n']
    const rows = withCell('region', [...names, ...odd])
    const expected = [...names, ...odd].map((name) => (findRegion(name) ? '' : 'unknown_region'))
    expect(different(rows, expected, await verdicts(databases, csv(header, ...rows)))).toEqual([])
    const stored = await databases.clickhouse.query<{ row: number; region: string }>(
      'SELECT row, region FROM stage_requests ORDER BY row',
    )
    const codes = [...names, ...odd].flatMap((name, i) =>
      findRegion(name) ? [{ row: i + 1, region: findRegion(name)?.code }] : [],
    )
    expect(stored).toEqual(codes)
  })

  test('spaces that nobody sees are taken off the ends, and are no value', async () => {
    const around = [' ', '\t', '\n', '\u00A0', '\u202F', '\uFEFF', ' \u00A0\t ']
    const rows = [
      ...around.flatMap((space) => [
        [`${space}r${space}`, `${space}1${space}`, `ЕПГУ${space}`, `${space}31`, `ФЛ${space}`, '', `${space}035`, ''],
        [space, '1', 'ЕПГУ', '31', space, space, space, space],
      ]),
      ['a\u00A0b', '1\u00A02', 'ЕПГУ', '31', '', '', '', ''],
    ]
    const expected = [...around.flatMap(() => ['', 'required']), 'bad_number']
    expect(different(rows, expected, await verdicts(databases, csv(header, ...rows)))).toEqual([])
    const stored = await databases.clickhouse.query(
      'SELECT DISTINCT request_id, service_id, submission_channel, region, applicant_kind, age FROM stage_requests',
    )
    const read = { request_id: 'r', service_id: '1', submission_channel: 'ЕПГУ', region: '31' }
    expect(stored).toEqual([{ ...read, applicant_kind: 'ФЛ', age: '035' }])
    const { receipt } = await checkAll(databases, {
      'f.csv': csv(header, ['x', '1\u00A0a\u00A0', 'ЕПГУ', '31', '', '', '', '']),
    })
    expect(receipt.samples).toMatchObject([{ code: 'bad_number', value: '1\u00A0a' }])
  })

  test('spaces around moments, scores and criteria', async () => {
    const space = '\u00A0'
    const moment = `${space}01.05.2026 10:00:00${space}`
    const wide = csv(
      ['request_id', 'service_id', 'submission_channel', 'region', 'ЕПГУ.11'],
      ['w', '1', 'ЕПГУ', '31', `${moment}|${moment.replace('10', '11')}`],
      ['v', '1', 'ЕПГУ', '31', space],
    )
    expect([...(await verdicts(databases, wide)).values()]).toEqual(['', ''])
    expect(await databases.clickhouse.query('SELECT count() AS n FROM stage_events')).toEqual([{ n: 2 }])
    const ratings = csv(
      ['request_id', 'rated_at', 'score', 'criteria'],
      ['a', moment, `${space}5${space}`, ''],
      ['b', moment, space, `a=5${space}|${space}b=4`],
      ['c', moment, space, space],
    )
    expect([...(await verdicts(databases, ratings)).values()]).toEqual(['', '', 'required'])
  })

  test('a moment given with and without its time is one event of a wide row', async () => {
    const wide = csv(
      ['request_id', 'service_id', 'submission_channel', 'region', 'ЕПГУ.11', 'ЕПГУ#4'],
      ['w', '1', 'ЕПГУ', '31', '01.05.2026|01.05.2026 00:00:00|02.05.2026 00:00:00', '01.05.2026 00:00:00|01.05.2026'],
    )
    const { receipt } = await checkAll(databases, { 'f.csv': wide })
    expect(receipt).toMatchObject({ verdict: 'accepted', codes: { duplicate_event: 1, no_time: 1 } })
    const stored = await databases.clickhouse.query(
      'SELECT status, toString(at) AS at, time_known FROM stage_events ORDER BY status, at',
    )
    expect(stored).toEqual([
      { status: 4, at: '2026-05-01 00:00:00', time_known: false },
      { status: 17, at: '2026-05-01 00:00:00', time_known: false },
      { status: 17, at: '2026-05-02 00:00:00', time_known: true },
    ])
  })

  test('the words of a service in any case, kept as they are in the list', async () => {
    const words = csv(
      ['service_id', 'name', 'kind', 'term_unit'],
      ['1', 'Первая', 'Услуга', 'РАБОЧИЕ'],
      ['2', 'Вторая', 'мера Поддержки', 'календарные'],
      ['3', 'Третья', '', ''],
      ['4', 'Четвёртая', 'мера', 'дни'],
    )
    expect([...(await verdicts(databases, words)).values()]).toEqual(['', '', '', 'required'])
    expect(await databases.clickhouse.query('SELECT kind, term_unit FROM stage_services ORDER BY row')).toEqual([
      { kind: 'услуга', term_unit: 'рабочие' },
      { kind: 'мера поддержки', term_unit: 'календарные' },
      { kind: '', term_unit: '' },
    ])
  })

  test('ages, ОГРН and hashes', async () => {
    const ages = [
      ...Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0')),
      '5',
      '35',
      '0035',
      '-05',
      '3.5',
      'xxx',
      '٠٣٥',
    ]
    const aged = withCell('age', ages)
    const isAge = (text: string) => /^[0-9]{3}$/.test(text) && Number(text) <= 130
    expect(
      different(
        aged,
        ages.map((age) => (isAge(age) ? '' : 'bad_age')),
        await verdicts(databases, csv(header, ...aged)),
      ),
    ).toEqual([])

    const digits = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
    const numbers = [
      '1027700132195',
      '304500116000157',
      ...some(fc.oneof(digits(13), digits(15), digits(14), digits(12), garbled(digits(13))), 2000),
    ].filter((text) => text !== '')
    const registered = withCell('ogrn', numbers)
    expect(
      different(
        registered,
        numbers.map((text) => (isOgrn(text.trim()) ? '' : 'bad_ogrn')),
        await verdicts(databases, csv(header, ...registered)),
      ),
    ).toEqual([])

    const plain = [
      '112-233-445 95',
      '11223344595',
      '500100732259',
      '7707083893',
      '+7 (900) 123-45-67',
      '8 900 123 45 67',
      'ivan@example.org',
      'Иванов Иван',
      'Ivanov Ivan',
      'Petrov_Pyotr Ivanovich',
      'иванов',
      'IVANOV_IVAN_IVANOVICH',
      'IVANOV IVAN IVANOVICH',
      'ivanov-ivan-petrovich',
      'ivanov ivan petrovich',
      'ivanovivanpetrovich',
      'IVANOVIVANPETROVICH',
      'Ivanov I.I.',
      'IvanovIvan',
      '+7_910_123_45_67',
      '+7/910/123/45/67',
      'tel-8-910-123-45-67',
      'snils_12345678901',
      'СНИЛС 11223344595',
      '123\u00A0456\u00A0789\u00A001',
    ]
    const bad = [
      'abc',
      '123456789',
      '0123456789abcde',
      'g'.repeat(15),
      '!'.repeat(20),
      'ab cd ef 12 34 56 78',
      'abcdefghijklmnop===',
      'MTIzNDU2Nzg5M==',
      'ivanov',
      '=abcdefghijklmnop',
    ]
    const good = [
      '0123456789abcdef',
      'A'.repeat(64),
      'q83vEjRWeJA9PGhJ',
      'q83vEjRWeJA9PGhJaQ==',
      'q83v-jRWe_A9PGhJ',
      'MTIzNDU2Nzg5MA==',
      'MTIzNDU2Nzg5MDE=',
      'abcdef1234567890',
      'abcdefabcdefabcd',
      'deadbeef-12345678',
      '1234567890123456',
      `${'9'.repeat(40)}`,
    ]
    const bytes = fc.uint8Array({ minLength: 12, maxLength: 32 }).map((all) => Buffer.from(all))
    const random = some(bytes, 1000).flatMap((one) =>
      ['hex', 'base64', 'base64url'].map((form) => one.toString(form as 'hex')),
    )
    const all = [...plain, ...bad, ...good, ...random]
    const hashed = withCell('applicant_hash', all)
    const expected = all.map((_, at) =>
      at < plain.length ? 'plain_identifier' : at < plain.length + bad.length ? 'bad_hash' : '',
    )
    expect(different(hashed, expected, await verdicts(databases, csv(header, ...hashed)))).toEqual([])
  })
})
