import { isOgrn } from '@otklik/model/exchange'
import { findRegion, regionAliases, separators } from '@otklik/model/regions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { csv } from './checked.ts'
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
    ]
    const bad = [
      'abc',
      '123456789',
      '0123456789abcde',
      'g'.repeat(15),
      '!'.repeat(20),
      'ab cd ef 12 34 56 78',
      'abcdefghijklmnop===',
      '=abcdefghijklmnop',
    ]
    const good = [
      '0123456789abcdef',
      'A'.repeat(64),
      'q83vEjRWeJA9PGhJ',
      'q83vEjRWeJA9PGhJaQ==',
      'q83v-jRWe_A9PGhJ',
      '1234567890123456',
      `${'9'.repeat(40)}`,
    ]
    const hashed = withCell('applicant_hash', [...plain, ...bad, ...good])
    const expected = [...plain.map(() => 'plain_identifier'), ...bad.map(() => 'bad_hash'), ...good.map(() => '')]
    expect(different(hashed, expected, await verdicts(databases, csv(header, ...hashed)))).toEqual([])
  })
})
