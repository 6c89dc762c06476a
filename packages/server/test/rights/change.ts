import type { Db } from '../../src/platform/postgres/open.ts'
import type { Things } from './world.ts'

let planted = 0

/** The service of the part as a process of the map. */
export async function plantProcess(db: Db, { word, service, authority, region }: Things): Promise<string> {
  await db
    .insertInto('change_processes')
    .values({ id: service, name: `${word}ая услуга`, kind: 'service', authority_id: Number(authority), region })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return service
}

/** What somebody of the part said of its service, not coded yet. */
export async function plantStatement(db: Db, things: Things): Promise<number> {
  const process = await plantProcess(db, things)
  const key = String(++planted)
  const text = `${things.word}ая очередь ${key}`
  const said = {
    source: 'review',
    batch: 'test',
    key,
    process,
    day: '2026-05-12',
    text,
    stems: text,
    rating: 1,
  } as const
  const { id } = await db
    .insertInto('change_statements')
    .values({ ...said, channel: null, request: null, filtered: null, stage: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('change_statements').set({ twin: id }).where('id', '=', id).execute()
  return id
}

/** A problem of the part's process. */
export async function plantProblem(db: Db, things: Things): Promise<number> {
  const process = await plantProcess(db, things)
  const { id } = await db
    .insertInto('change_problems')
    .values({
      name: `${things.word}ая проблема`,
      topics: ['queue'],
      processes: [process],
      links: '[]',
      state: 'open',
      made_by: 'Проба',
      made_at: new Date('2026-06-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A measure for a problem of the part, planned by somebody else. */
export async function plantMeasure(db: Db, things: Things): Promise<number> {
  const problem_id = await plantProblem(db, things)
  const { id: measure_id } = await db
    .insertInto('change_measures')
    .values({
      text: `${things.word}ая мера`,
      processes: [things.service],
      department: 'Отдел',
      due: '2099-01-01',
      state: 'planned',
      planned_by: 'Проба',
      planned_who: 'test',
      planned_at: new Date('2026-06-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('change_measure_problems').values({ measure_id, problem_id }).execute()
  return measure_id
}

const FIGURES = {
  period: '2026-Q1',
  title: 'I квартал 2026 года',
  processes: [],
  stages: [],
  rows: [],
  cells: [],
  coverage: { statements: 0, coded: 0, filtered: 0, uncoded: 0, respondents: 0, items: 0 },
  note: '*',
}
let editions = 0

/** A draft of the part's map. */
export async function plantMap(db: Db, things: Things): Promise<number> {
  const process = await plantProcess(db, things)
  const made = { made_by: 'Проба', made_who: 'test', made_at: new Date('2026-06-01') }
  const { id } = await db
    .insertInto('change_maps')
    .values({
      period: '2026-Q1',
      owner: `test ${++editions}`,
      number: 1,
      processes: [process],
      state: 'draft',
      figures: JSON.stringify(FIGURES),
      seen: 'seen',
      ...made,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
