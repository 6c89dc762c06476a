import { describe, expect, test } from 'vitest'
import { eventColumn } from './header/index.ts'
import { kindRules, kinds } from './columns.ts'
import { holdsRows } from './lost-lines.ts'

const events = 'request_id;section;status;date;time'
const requests = 'request_id;service_id;submission_channel;region'

describe('lines that have grown together hold rows', () => {
  test.each([
    [`${events}A-1;ЕПГУ;17;18.11.2026;10:00:00`],
    [`${events}A-1;ЕПГУ;17;18-11-2026;10:00:00A-1;ЕПГУ;3;18-11-2026;11:00:00`],
    [`${requests}A-1;0000000000000000001;ЕПГУ;31`],
    [`${requests};officeA-1;1;ЕПГУ;31;A-2;1;МФЦ;31;`],
    ['request_id;rated_at;scoreP-1;19.11.2026 10:00:00;5'],
    ['request_id;uin;paid_atP-1;;18.11.2026 10:00:00P-1;;19.11.2026 10:00:00'],
    ['service_id;name100000000;Справка;200000000;Выписка'],
  ])('%s', (line) => {
    expect(holdsRows(line.split(';'))).toBe(true)
  })
})

test('titles of every kind, and others that suppliers have, are no rows', () => {
  for (const kind of kinds)
    for (const titles of [
      kindRules[kind].columns.map(({ name }) => name),
      kindRules[kind].columns.map(({ aliases: [first] }) => first),
    ])
      expect(holdsRows([...titles, '№ п/п', 'Примечание', '2026', 'МФЦ', 'field_12', 'СНИЛС (хеш)'])).toBe(false)
  const wide = ['request_id', 'ЕПГУ.11', 'ОГВ#1018', 'МФЦ.6а']
  expect(wide.slice(1).every((title) => eventColumn(title))).toBe(true)
  expect(holdsRows(wide)).toBe(false)
})
