import { expect, test } from 'vitest'
import { addSupplier, testInstallation } from '../support/installation.ts'

const otklik = testInstallation()
const events = (...rows: string[]) => ['request_id;section;status;date;time', ...rows].join('\n')

test('headers alone, day after day, are never «already received»', async () => {
  for (const date of ['2026-06-01', '2026-06-02']) {
    const sent = await otklik.send(
      {
        'events.csv': 'request_id;section;status;date;time\n',
        'requests.csv': 'request_id;service_id;submission_channel;region\n',
      },
      { date },
    )
    expect(sent).toMatchObject({ already: false, receipt: { verdict: 'accepted', totals: { read: 0 } } })
  }
  for (const date of ['2026-06-03', '2026-06-04']) {
    const sent = await otklik.send({ 'only.csv': 'request_id;section;status;date;time\n' }, { date })
    expect(sent).toMatchObject({ already: false, receipt: { verdict: 'accepted', totals: { read: 0 } } })
  }
})

test('files of a day sent again are known, headers alone among them; for another day headers alone are news', async () => {
  const files = {
    'events.csv': events('t9;ЕПГУ;17;01.05.2026;10:00:00'),
    'ratings.csv': 'request_id;rated_at;score\n',
  }
  const verdict = async (date: string) => (await otklik.send(files, { date })).receipt.verdict
  expect(await verdict('2026-06-10')).toBe('accepted')
  expect(await verdict('2026-06-10')).toBe('already_received')
  expect(await verdict('2026-06-11')).toBe('accepted')
  expect(await verdict('2026-06-11')).toBe('already_received')
})

test('the same bytes of another supplier are its own', async () => {
  const file = events('t3;ЕПГУ;17;01.05.2026;10:00:00')
  await otklik.send({ 'a.csv': file })
  await addSupplier(otklik, 'other')
  const { receipt } = await otklik.send({ 'a.csv': file }, { supplier: 'other' })
  expect(receipt).toMatchObject({
    verdict: 'accepted',
    totals: { read: 1, accepted: 0, dropped: 1 },
    codes: { duplicate_event: 1 },
  })
})
