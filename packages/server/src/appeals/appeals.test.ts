import type { AppealLine, AppealMetrics, FrozenQuarter } from '@otklik/model/appeals/api'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { officeOverHttp } from './appeals.fixture.ts'
import { callsOn, type Received } from './calls.fixture.ts'
import { runDaily } from './course/daily.ts'
import { sendLetter } from './letters/job.ts'
import { appealsTeller } from './letters/teller.ts'
import type { Tx } from '../platform/postgres/open.ts'

const office = officeOverHttp()

const { given, receive, cardOf, step, inWork } = callsOn(office)
const ANSWER = { outcome: 'satisfied', text: 'Справка готова. Звоните 8 910 123-45-67.', way: 'mail', publish: true }

test('from the first letter to the applicant’s word, and on', async () => {
  office.now = new Date('2026-04-27T09:00:00Z')
  const { id, number, code } = await receive()
  expect([number, code]).toEqual([
    expect.stringMatching(/^ОТ-2026-\d{6}$/),
    expect.stringMatching(/^(\w{4}-){2}\w{4}$/),
  ])
  // 30 days after 27 April; 27 May 2026 is a Wednesday.
  expect(await cardOf(id)).toMatchObject({
    state: 'registered',
    masked: 'Справку не выдали. Мой телефон [телефон].',
    term: { due: '2026-05-27', actBy: '2026-05-27', source: '59-ФЗ, ст. 12', days: 30, unit: 'calendar' },
    allowed: ['void', 'duplicate', 'assign'],
  })
  expect((await step(id, 'answer', ANSWER, 'executor')).status).toBe(404)
  await step(id, 'executor', { executor: office.executor })
  const extension = { days: 30, reason: 'Запрошены сведения', way: 'mail' }
  expect((await step(id, 'extension', extension, 'head')).body.term).toMatchObject({
    due: '2026-06-26',
    extendedBy: 30,
  })
  expect((await step(id, 'extension', extension, 'head')).body).toMatchObject({
    code: 'step_refused',
    detail: 'Срок уже продлён на 30 дней, продлевают его один раз.',
  })
  expect((await step(id, 'answer', ANSWER, 'executor')).body).toMatchObject({ state: 'answered', outcome: 'satisfied' })
  expect((await step(id, 'answer', ANSWER, 'executor')).body).toMatchObject({ code: 'step_refused' })

  const found = await office.form('/t', { code: code.toLowerCase().replaceAll('-', ' ') })
  expect(found.html).toContain('Справка готова. Звоните [телефон].')
  expect(found.html).not.toMatch(/applicant|123-45/)
  expect((await office.form('/t/solved', { code, solved: 'no' })).html).toContain('Ваш ответ записан.')
  expect((await office.form('/t/reopening', { code, reason: 'Справки нет' })).html).toContain('возобновлено')
  expect(await cardOf(id)).toMatchObject({
    state: 'in_work',
    solved: 'no',
    reopened: 1,
    answered: '2026-04-27',
    term: { due: '2026-05-27', extendedBy: 0 },
  })
  expect((await cardOf(id)).events.map(({ event, by }) => [event, by])).toEqual([
    ['receive', 'appeals_officer'],
    ['register', 'appeals_officer'],
    ['assign', 'appeals_officer'],
    ['extend', 'authority_head'],
    ['answer', 'executor'],
    ['solved', 'Заявитель'],
    ['reopen', 'Заявитель'],
  ])
})

test('letters go to who agreed to them, with the code once and the whole answer', async () => {
  office.letters.length = 0
  const { id, code } = await inWork()
  await inWork({ consent: null })
  await step(id, 'answer', ANSWER, 'executor')
  expect(office.letters.map(({ kind, id: about }) => [kind, about])).toEqual([
    ['registered', id],
    ['answered', id],
  ])
  const sent: string[] = []
  const send = async ({ address }: { address: string }, letter: object) =>
    void sent.push(address, JSON.stringify(letter))
  for (const letter of office.letters)
    await sendLetter({ ...office.deps, mail: { send }, publicUrl: 'http://otklik.test' }, letter)
  expect(sent.filter((text) => text === 'applicant@example.test')).toHaveLength(2)
  expect([sent[1]?.includes(code), sent[3]?.includes(code), sent[3]?.includes('8 910 123-45-67')]).toEqual([
    true,
    false,
    true,
  ])
})

test('what was done about it is told by letter to who agreed, on the page of the code to the others', async () => {
  const agreed = await receive()
  const silent = await receive({ contact: null, consent: null })
  const teller = appealsTeller(office.deps)
  const said = [agreed, silent].map(({ id }) => ({ source: 'complaint' as const, key: String(id) }))
  const found = await teller.reachable(office.db, [...said, { source: 'complaint', key: 'unknown' }])
  expect(found.map(({ key, way }) => [Number(key), way])).toEqual([
    [agreed.id, 'letter'],
    [silent.id, 'page'],
  ])
  office.letters.length = 0
  const news = 'Сделано 9 июля 2026 г.: открыто второе окно.'
  await office.db.transaction().execute(async (tx) => {
    await teller.sendLetter(tx, said[0] ?? { source: 'complaint', key: '' }, news)
    await plantTold(tx, silent.id, news)
  })
  const sent: [string, string][] = []
  const mail = {
    send: async (to: { address: string }, letter: { before: readonly string[] }) =>
      void sent.push([to.address, letter.before.join('\n')]),
  }
  for (const letter of office.letters)
    await sendLetter({ ...office.deps, mail, publicUrl: 'https://otklik.test' }, letter)
  expect(sent).toEqual([['applicant@example.test', expect.stringContaining(news)]])
  expect((await office.form('/t', { code: silent.code })).html).toContain(`<h2>Что сделано</h2><p>${news}</p>`)
  expect((await office.form('/t', { code: agreed.code })).html).not.toContain('Что сделано')
})

async function plantTold(tx: Tx, appeal: number, news: string): Promise<void> {
  await sql`INSERT INTO change_measures (text, processes, department, due, state, planned_by, planned_who, planned_at)
    VALUES ('Мера', '{school}', 'Отдел', '2026-07-01', 'verified', 'Проба', 'test', now())`.execute(tx)
  const row = { measure_id: 1, source: 'complaint', key: String(appeal), way: 'page', news, at: office.now } as const
  await tx.insertInto('change_told').values(row).execute()
}

test('the original is opened for a reason that the audit keeps; an analyst can’t, and others see nothing', async () => {
  const { id } = await receive()
  const look = (who: string, reason = 'Уточнить адрес') => step(id, 'original', { reason }, who)
  expect((await look('head')).body).toMatchObject({
    text: expect.stringContaining('8 910'),
    contact: { name: 'Заявитель' },
  })
  expect([(await look('analyst')).status, (await look('foreign')).status, (await look('head', '')).status]).toEqual([
    403, 404, 400,
  ])
  const looks = await office.db
    .selectFrom('audit_log')
    .select('entry')
    .where('what', '=', 'appeal.original_viewed')
    .where('subject', '=', `appeal:${id}`)
    .execute()
  expect(looks.map(({ entry }) => JSON.parse(entry).after)).toEqual([{ reason: 'Уточнить адрес' }])
  expect(JSON.stringify((await office.get('?limit=1000', 'analyst')).body)).not.toMatch(/applicant@|123-45/)
  expect((await office.get<{ total: number }>('', 'foreign')).body.total).toBe(0)
})

test('numbers have no gaps, however many register at once and whatever is refused between', async () => {
  const all = Array.from({ length: 12 }, (_, at) =>
    office.post<Received>('', given(at % 4 === 3 ? { rule: 'none' } : {})),
  )
  const numbers = (await Promise.all(all)).flatMap(({ body }) => body.number ?? []).toSorted()
  const [first = 0] = numbers.map((text) => Number(text.slice(-6)))
  expect(numbers.map((text) => Number(text.slice(-6)))).toEqual(Array.from({ length: 9 }, (_, at) => first + at))
})

test('the same source and external number are the same appeal', async () => {
  const first = await receive({ externalNumber: 'П-17', source: 'pos' })
  expect(await receive({ externalNumber: 'П-17', source: 'pos', text: 'Другое' })).toMatchObject({
    id: first.id,
    known: true,
  })
  expect(await receive({ externalNumber: 'П-17' })).toMatchObject({ known: false })
  const fields = { externalNumber: 'П-18', source: 'pos' } as const
  const atOnce = await Promise.all(Array.from({ length: 4 }, () => receive(fields)))
  expect(new Set(atOnce.map(({ id, number }) => `${id} ${number}`)).size).toBe(1)
  expect(atOnce.filter(({ known }) => !known)).toHaveLength(1)
})

test('the new term after a reopening is extended anew, and the first answer stays what it was', async () => {
  office.now = new Date('2026-04-27T09:00:00Z')
  const { id } = await inWork()
  const extension = { days: 10, reason: 'Запрошены сведения', way: 'mail' }
  await step(id, 'extension', extension, 'head')
  await step(id, 'answer', ANSWER, 'executor')
  await step(id, 'reopening', { reason: 'Справки нет' }, 'head')
  expect((await cardOf(id)).term).toMatchObject({ due: '2026-05-27', extendedBy: 0 })
  expect((await step(id, 'extension', { ...extension, days: 30 }, 'head')).body.term).toMatchObject({
    due: '2026-06-26',
    extendedBy: 30,
  })
  const { rows } = await office.pool.query('SELECT extended_by, first_due FROM appeals WHERE id = $1', [id])
  expect(rows).toEqual([{ extended_by: 10, first_due: '2026-06-06' }])
})

test('the register is searched by word stems and numbers, and what is due first stands first', async () => {
  office.now = new Date('2026-07-01T09:00:00Z')
  const late = await receive({ received: '2026-07-01', text: 'Очередь в поликлинике', rule: '210.answer.short' })
  const idOf = async (query: string) =>
    (await office.get<{ rows: AppealLine[] }>(`?${query}`)).body.rows.map((row) => row.id)
  expect(await idOf('find=поликлиники очередями')).toEqual([late.id])
  expect(await idOf(`find=${late.number}`)).toEqual([late.id])
  expect(await idOf(`find=${Number(late.number?.slice(-6))}`)).toEqual([late.id])
  const due = (await office.get<{ rows: AppealLine[] }>('?state=open&limit=1000')).body.rows.flatMap(
    ({ actBy }) => actBy ?? [],
  )
  expect(due).toEqual(due.toSorted())
  expect((await idOf('term=overdue')).length).toBeGreaterThan(0)
})

test('a term into a year without calendar stands first and is counted when the year is there', async () => {
  office.now = new Date('2026-12-30T09:00:00Z')
  const { id } = await receive({ received: '2026-12-30', rule: '210.answer' })
  expect((await cardOf(id)).term).toMatchObject({ due: null, actBy: null })
  expect((await office.get<{ rows: AppealLine[] }>('')).body.rows[0]?.id).toBe(id)
  const days = { source: 'Акт', off_weekdays: ['2027-01-01'], working_weekends: [], short: [] }
  await office.db
    .insertInto('calendar_years')
    .values({ year: 2027, ...days })
    .execute()
  await runDaily(office.deps, office.now)
  // 31 December is off, 1 January too; Monday 4 January is the first working day, the 15th is Friday 22 January.
  expect((await cardOf(id)).term).toMatchObject({ due: '2027-01-22', actBy: '2027-01-22' })
})

test('metrics of the quarter are those of the rows behind them, and stay once frozen', async () => {
  office.now = new Date('2026-07-10T09:00:00Z')
  const { body } = await office.get<{ now: AppealMetrics }>('/metrics?quarter=2026-Q2', 'analyst')
  const behind = async (figure: string) =>
    (await office.get<{ total: number }>(`?quarter=2026-Q2&figure=${figure}`, 'analyst')).body.total
  const { received, waiting, complaints, solved, overdue_open, reopened } = body.now
  expect(received).toBeGreaterThan(10)
  expect({
    received: await behind('received'),
    answered: await behind('answered'),
    late: await behind('late'),
    overdue_open: await behind('overdue_open'),
    complaints: await behind('complaints'),
    satisfied: await behind('complaints_satisfied'),
    pending: await behind('complaints_pending'),
    asked: await behind('asked'),
    no: await behind('solved_no'),
    reopened: await behind('reopened'),
  }).toEqual({
    received,
    answered: waiting.n,
    late: waiting.late,
    overdue_open,
    complaints: complaints.received,
    satisfied: complaints.satisfied,
    pending: complaints.pending,
    asked: solved.asked,
    no: solved.no,
    reopened,
  })
  const freeze = { quarter: '2026-Q2', as_of: '2026-07-10', authority: office.authority }
  const frozen = (await office.post<FrozenQuarter>('/quarters', freeze, 'head')).body
  expect(frozen.metrics.received).toBe(received)
  expect((await office.post('/quarters', { ...freeze, as_of: '2026-06-30' }, 'head')).status).toBe(400)
})

test('what is personal is gone after it is due, also from the tables themselves', async () => {
  office.now = new Date('2026-08-03T09:00:00Z')
  const { id, code } = await inWork({ kind: 'review', received: '2026-08-03', rule: 'review.answer' })
  await step(id, 'answer', ANSWER, 'executor')
  await office.form('/t/solved', { code, solved: 'yes' })
  expect(await cardOf(id)).toMatchObject({ state: 'closed', solved: 'yes', erased: null })
  await runDaily(office.deps, new Date('2026-08-04T03:00:00Z'))
  expect(await cardOf(id)).toMatchObject({ original: false, contact: false, erased: expect.any(String) })
  const { rows } = await sql<{ left: number }>`
    SELECT count(*)::int AS left FROM appeals
    WHERE id = ${id} AND num_nonnulls(original_sealed, contact_sealed, contact_key, answer_sealed, code_hash) > 0`.execute(
    office.db,
  )
  expect(rows).toEqual([{ left: 0 }])
  expect((await office.form('/t', { code })).status).toBe(404)
})

test('wrong codes and unknown ones look alike, and are tried ten times an hour', async () => {
  const answers = []
  for (let at = 0; at < 12; at++) answers.push(await office.form('/t', { code: at % 2 ? 'AAAA' : '0000-0000-0000' }))
  expect(answers.at(-1)?.status).toBe(429)
  const asked = answers.filter(({ status }) => status === 404)
  expect(new Set(asked.map(({ html }) => html.replace(/nonce="[^"]*"/g, ''))).size).toBe(1)
})
