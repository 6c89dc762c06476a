import { NOT_GIVEN } from '@otklik/model/indicators'
import { describe, expect, test } from 'vitest'
import { testInstallation } from '../support/installation.ts'

const otklik = testInstallation()
const requests = (...rows: string[]) => ['request_id;service_id;submission_channel;region', ...rows].join('\n')
const events = (...rows: string[]) => ['request_id;section;item;status;date;time', ...rows].join('\n')
const cube = () =>
  otklik.clickhouse.query<Record<string, unknown>>(
    `SELECT toString(month) AS month, service_id, sum(submitted) AS submitted, sum(decided) AS decided, sum(refused) AS refused,
     sum(in_error) AS in_error FROM cube GROUP BY month, service_id ORDER BY month, service_id`,
  )

describe('a package', () => {
  test('goes in, its sums add up and its figures are counted', async () => {
    const { receipt } = await otklik.send({
      'requests.csv': requests('r1;100;ЕПГУ;31', 'r2;100;МФЦ;Белгородская область', 'r3;1x;ЕПГУ;31'),
      'events.csv': events(
        'r1;ЕПГУ;11;17;01.05.2026;10:00:00',
        'r1;ЕПГУ;28;4;02.06.2026;10:00:00',
        'r2;ОГВ;6;1;03.05.2026;',
        'r2;ОГВ;14;3;04.05.2026;10:00:00',
        'r2;ОГВ;14;3;04.05.2026;10:00:00',
        'r9;ОГВ;14;3;04.05.2026;10:00:00',
      ),
    })
    expect(receipt.totals).toEqual({ read: 9, accepted: 7, quarantined: 1, dropped: 1 })
    expect(receipt.codes).toEqual({
      bad_number: 1,
      duplicate_event: 1,
      no_time: 1,
      unknown_request: 1,
      unknown_service: 2,
    })
    expect(receipt.verdict).toBe('partly')
    expect(await cube()).toEqual([
      { month: '2026-05-01', service_id: '100', submitted: 2, decided: 1, refused: 0, in_error: 0 },
      { month: '2026-06-01', service_id: '100', submitted: 0, decided: 1, refused: 1, in_error: 0 },
    ])
  })

  test('brings no name that a slice without one is asked for by', async () => {
    const header = 'request_id;service_id;submission_channel;region;office'
    await otklik.send({ 'offices.csv': [header, `o1;100;ЕПГУ;31;${NOT_GIVEN}`, 'o2;100;ЕПГУ;31;"\t-"'].join('\n') })
    const offices = await otklik.clickhouse.query<{ office: string }>(
      `SELECT office FROM request_current FINAL WHERE request_id IN ('o1', 'o2') ORDER BY request_id`,
    )
    expect(offices).toEqual([{ office: '-' }, { office: '-' }])
  })

  test('sent again changes nothing', async () => {
    const files = { 'events.csv': events('r1;ЕПГУ;15;1;05.05.2026;10:00:00') }
    const first = await otklik.send(files)
    const again = await otklik.send(files)
    expect(again).toMatchObject({ id: first.id, already: true })
    const other = await otklik.send(files, { date: '2026-07-01' })
    expect(other.receipt).toMatchObject({ verdict: 'already_received', totals: { read: 0 } })
  })

  // The store is read in its order for many requests and searched for few: what it knows must count alike.
  test.each([
    ['a store that knows little else', 'q', 0],
    ['a store of many other requests', 'm', 60],
  ])('warns of decisions out of order and against each other, the later one: %s', async (_, id, others) => {
    const many = Array.from({ length: others }, (_, index) => `${id}x${index}`)
    if (others > 0)
      await otklik.send({
        'requests.csv': requests(...many.map((other) => `${other};100;ЕПГУ;31`)),
        'events.csv': events(...many.map((other) => `${other};ЕПГУ;25;3;01.04.2026;10:00:00`)),
      })
    const { receipt } = await otklik.send({
      'requests.csv': requests(`${id}2;100;ЕПГУ;31`),
      'a.csv': events(
        `${id}1;ЕПГУ;25;3;01.05.2026;10:00:00`,
        `${id}1;ЕПГУ;11;17;02.05.2026;10:00:00`,
        `${id}1;ЕПГУ;28;4;03.05.2026;10:00:00`,
        `${id}2;ЕПГУ;25;3;01.05.2026;10:00:00`,
      ),
    })
    expect(receipt.codes).toEqual({ decision_conflict: 1, out_of_order: 1, unknown_request: 3, unknown_service: 1 })
    expect(receipt.samples.filter(({ code }) => code === 'decision_conflict')).toMatchObject([
      { row: 3, column: 'request_id' },
    ])
    const next = await otklik.send({
      'b.csv': events(`${id}1;ЕПГУ;29;40;04.05.2026;10:00:00`, `${id}2;ЕПГУ;28;4;04.05.2026;10:00:00`),
    })
    expect(next.receipt.codes).toEqual({ decision_conflict: 2, unknown_request: 1 })
  })
})
