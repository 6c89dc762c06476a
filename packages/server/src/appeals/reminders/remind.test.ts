import type { AppealReminder } from '@otklik/model/appeals/api'
import { expect, test } from 'vitest'
import { officeOverHttp } from '../appeals.fixture.ts'
import { callsOn } from '../calls.fixture.ts'
import { runDaily } from '../course/daily.ts'
import { sendReminder } from './job.ts'

const office = officeOverHttp()
const { inWork, step } = callsOn(office)
const ANSWER = { outcome: 'explained', text: 'Разъяснено.', way: 'page', publish: true }

test('executors are reminded before the term and heads after it, by one letter each, once', async () => {
  office.now = new Date('2026-04-27T09:00:00Z')
  // Due on Wednesday 27 May: five working days before are 20 May, one is 26 May.
  const { id } = await inWork({ text: 'О напоминаниях' })
  const told = async (day: string, who: string) => {
    office.waiting.length = 0
    office.now = new Date(`${day}T05:00:00Z`)
    await runDaily(office.deps, office.now)
    await runDaily(office.deps, office.now)
    const letters = office.waiting.filter(
      ({ data }) => JSON.stringify(data).includes(`[${id}`) || JSON.stringify(data).includes(`,${id}`),
    )
    const { rows } = (await office.get<{ rows: AppealReminder[] }>('/reminders', who)).body
    return [letters.length, rows.filter((row) => row.id === id).map(({ overdue }) => overdue)]
  }
  expect(await told('2026-05-19', 'executor')).toEqual([0, []])
  expect(await told('2026-05-20', 'executor')).toEqual([1, [false]])
  expect(await told('2026-05-20', 'head')).toEqual([0, []])
  expect(await told('2026-05-27', 'executor')).toEqual([1, [false]])
  expect(await told('2026-05-28', 'head')).toEqual([0, [true]])
  const sent: string[] = []
  const send = async ({ address }: { address: string }, letter: object) =>
    void sent.push(address, JSON.stringify(letter))
  const mail_sealed = office.deps.cipher.seal('executor@otklik.test')
  await office.db.updateTable('access_users').set({ mail_sealed }).where('id', '=', office.executor).execute()
  const deps = { ...office.deps, mail: { send }, publicUrl: 'http://otklik.test' }
  await sendReminder(deps, { to: office.executor, appeals: [id] })
  expect(sent).toEqual([
    'executor@otklik.test',
    expect.stringMatching(/ОТ-2026-\d{6} – ответить не позднее 27\.05\.2026/),
  ])
  await step(id, 'answer', ANSWER, 'executor')
  await sendReminder(deps, { to: office.executor, appeals: [id] })
  expect(sent).toHaveLength(2)
  expect(await told('2026-05-29', 'head')).toEqual([0, []])
})

test('a register that was loaded late has more to remind of than one statement takes', async () => {
  const COUNT = 6000
  await office.pool.query(
    `INSERT INTO appeals (authority_id, kind, source, state, received, registered, number, rule, term_from, due, act_by,
       topics, masked, folded)
     SELECT $1, 'complaint', 'site', 'in_work', '2026-03-02', '2026-03-02', 'late ' || n, '59.answer', '2026-03-02',
       '2026-04-01', '2026-04-01', '{}', '', '' FROM generate_series(1, ${COUNT}) AS n`,
    [office.authority],
  )
  await runDaily(office.deps, new Date('2026-06-01T05:00:00Z'))
  const { rows } = await office.pool.query(
    `SELECT whom, count(*)::int AS n FROM appeals_reminders AS r JOIN appeals AS p ON p.id = r.appeal_id
     WHERE p.number LIKE 'late %' GROUP BY whom ORDER BY whom`,
  )
  expect(rows).toEqual([
    { whom: 'executor', n: 2 * COUNT },
    { whom: 'head', n: COUNT },
  ])
})
