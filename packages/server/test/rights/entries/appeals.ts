import type { AppealTables } from '../../../src/appeals/tables.ts'
import type { Insertable } from 'kysely'
import type { Entries, Make, RightEntry } from '../entry.ts'
import { NEIGHBOUR } from '../parts.ts'
import type { Actor } from '../people.ts'
import type { Things, World } from '../world.ts'

type Row = Insertable<AppealTables['appeals']>
let planted = 0

/** An appeal of the part's authority, assigned to whoever asks: executors see no others. */
async function plantAppeal({ authority, word }: Things, actor: Actor, { db }: World, given: Partial<Row> = {}) {
  const row: Row = {
    authority_id: Number(authority),
    kind: 'complaint',
    source: 'site',
    state: 'received',
    received: '2026-05-04',
    topics: [],
    masked: `${word} и письмо`,
    folded: `${word.toLowerCase()} и письмо`,
    executor: actor.id ?? null,
    ...given,
  }
  const { id } = await db.insertInto('appeals').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}
const registered = (): Partial<Row> => ({
  state: 'in_work',
  number: `ОТ-2026-9${String(++planted).padStart(5, '0')}`,
  registered: '2026-05-04',
  rule: '59.answer',
  term_from: '2026-05-04',
  due: '2026-06-03',
  act_by: '2026-06-03',
})

/** A call about one appeal of a part. */
const ofAppeal = (body?: object, given: () => Partial<Row> = () => ({})): RightEntry => ({
  ask: async (things, actor, world) => ({
    params: { id: await plantAppeal(things, actor, world, given()) },
    ...(body && { body }),
  }),
  names: true,
})
const ofAuthority = (body: object): RightEntry => ({
  ask: ({ authority }) => ({ body: { ...body, authority: Number(authority) } }),
  names: true,
})
const listing: Make = async (_, actor, world) => {
  await plantAppeal(world.own, actor, world)
  await plantAppeal(world.neighbour, actor, world)
  return {}
}
const reason = 'По просьбе заявителя'

const attaching = (): RightEntry => ({
  ask: async (things, actor, world) => ({
    params: { id: await plantAppeal(things, actor, world) },
    query: { name: 'письмо.txt' },
    text: `Письмо ${++planted}`,
  }),
  names: true,
})
async function plantFile({ db, cipher }: World, appeal_id: number): Promise<number> {
  const at = new Date()
  const file = { digest: `appeals ${++planted}`, size: 0, type: 'text', sealed: null, complete: true, at } as const
  const kept = await db.insertInto('kept_files').values(file).returning('id').executeTakeFirstOrThrow()
  const row = { appeal_id, of: 'appeal', file_id: kept.id, type: 'text', size: 0, at, by: 'Проверка' } as const
  const { id } = await db
    .insertInto('appeals_files')
    .values({ ...row, name_sealed: cipher.seal('письмо.txt') })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A file of one row into the register of a part. */
const fileFor = (): RightEntry => ({
  ask: ({ authority }) => ({
    query: { authority: Number(authority), name: 'ф.csv' },
    text: `number;kind;source;received\nF-${++planted};review;site;2026-05-04\n`,
  }),
  names: true,
})
/** A load into the register of a part, sent by whoever asks: others see no rows of it. */
const plantedLoad: Make = async ({ authority }, actor, { db }) => {
  const { id } = await db
    .insertInto('appeals_loads')
    .values({
      authority_id: Number(authority),
      mapping_id: null,
      name: 'ф.csv',
      sha256: String(++planted),
      state: 'done',
      at: new Date(),
      by: 'Проверка',
      sender: actor.id ?? null,
      codes: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { params: { id } }
}

export const appealEntries: Entries = {
  listAppeals: { ask: listing, lists: true, narrowed: () => ({ query: { find: NEIGHBOUR.word } }) },
  receiveAppeal: ofAuthority({
    kind: 'review',
    source: 'site',
    received: '2026-05-04',
    text: 'Отзыв',
    service: null,
    office: null,
    requestId: null,
    externalNumber: null,
    topics: [],
    contact: null,
    consent: null,
    rule: null,
  }),
  readAppealChoices: { ask: () => ({}) },
  listAppealReminders: { ask: () => ({}) },
  listAppealMappings: { ask: () => ({}) },
  saveAppealMapping: ofAuthority({ name: 'ПОС', mapping: {} }),
  lookAtAppealsFile: fileFor(),
  loadAppealsFile: fileFor(),
  listAppealsLoads: { ask: () => ({}) },
  readAppealsLoad: { ask: plantedLoad, names: true },
  downloadSetAsideAppeals: {
    ask: async (...about) => ({ ...(await plantedLoad(...about)), query: { format: 'csv' } }),
    names: true,
  },
  readAppeal: ofAppeal(),
  readAppealOriginal: ofAppeal({ reason }),
  addAppealFile: attaching(),
  addAnswerFile: attaching(),
  downloadAppealFile: {
    ask: async (things, actor, world) => {
      const id = await plantAppeal(things, actor, world)
      return { params: { id, file: await plantFile(world, id) }, query: { reason } }
    },
    names: true,
  },
  registerAppeal: ofAppeal({ rule: '59.answer' }),
  voidAppeal: ofAppeal({ reason }),
  markDuplicateAppeal: ofAppeal({ original: 'ОТ-2026-000001', reason }),
  assignAppeal: ofAppeal({ executor: 'nobody' }, registered),
  extendAppeal: ofAppeal({ days: 10, reason, way: 'mail' }, registered),
  forwardAppeal: ofAppeal({ addressee: 'Другой орган' }, registered),
  answerAppeal: ofAppeal({ outcome: 'explained', text: 'Ответ', way: 'page', publish: true }, registered),
  closeAppeal: ofAppeal({ event: 'withdraw', ground: 'Заявление об отзыве' }, registered),
  reopenAppeal: ofAppeal({ reason }, registered),
  listAppealRules: { ask: () => ({}) },
  saveAppealRule: ofAuthority({
    code: 'pos.fast',
    valid_from: '2026-12-01',
    days: 3,
    unit: 'working',
    extension: null,
    source: 'Приказ',
  }),
  readAppealMetrics: { ask: () => ({ query: { quarter: '2026-Q2' } }) },
  printAppealMetrics: { ask: () => ({ query: { quarter: '2026-Q2', format: 'xlsx' } }) },
  listFrozenQuarters: { ask: () => ({}) },
  freezeQuarter: ofAuthority({ quarter: '2026-Q2', as_of: '2026-07-10' }),
}
