import { isRight } from '@otklik/model/access'
import type { ListEdition, ListEntry, ListOverview, YearLists } from '@otklik/model/certification/api'
import { deadlinesOf, eventsFor, type ListEvent, LIST_STATES, next, type YearFacts } from '@otklik/model/certification'
import { type Asked, csv, fields, type Handlers, isFile, problem, type Reply } from './fake-contract.ts'
import { fits, sorted } from './fake-objects.ts'
import type { FakeState } from './fake-state.ts'
import { edition, type FakeEdition, TODAY, withFacts } from './fixtures/certification.ts'

const NOW = '2026-11-22T06:00:00Z'
const rightsOf = ({ rights }: FakeState) => rights.filter((right) => isRight(right))
const admitted = ({ year }: ListEntry): boolean => year === null || year.admission.admitted
const nothing = problem(404, 'not_found', 'Такой редакции нет.')

const circumstances = (state: FakeState, { id, kind, year, number, entries, submittedBy }: FakeEdition) => ({
  mine: submittedBy === state.user.id,
  entries: entries.filter(admitted).length,
  other: state.editions.some((one) => one.id !== id && one.kind === kind && one.year === year && one.number > number),
  base: true,
})

function shown(state: FakeState, one: FakeEdition): ListEdition {
  const { entries, submittedBy: _, ...told } = one
  const inside = entries.filter(admitted).length
  return {
    ...told,
    counts: { entries: entries.length, admitted: inside, leftOut: entries.length - inside },
    allowed: state.everything ? eventsFor(one.kind, one.state, circumstances(state, one), rightsOf(state)) : [],
  }
}

function overview({ state }: Asked): Reply {
  const all = state.empty ? [] : state.editions.map((one) => shown(state, one)).toReversed()
  const standing = state.empty ? [] : state.objects.filter(({ removed }) => removed === null)
  const single = all.filter(({ kind }) => kind === 'single')
  const base = single.some((one) => one.state === 'approved')
  const other = single.some((one) => one.state === 'on_approval')
  const about = { mine: true, entries: standing.length, other, base }
  const yearOf = (year: number): YearLists => {
    const editions = all.filter((one) => one.year === year)
    const allowed = editions.length > 0 ? [] : eventsFor('year', null, about, rightsOf(state))
    return { year, deadlines: deadlinesOf(year), editions, allowed }
  }
  const draft = {
    objects: standing.length,
    removed: state.empty ? 0 : state.objects.length - standing.length,
    withoutAuthority: standing.filter(({ authority }) => authority === null).length,
    allowed: eventsFor('single', null, about, rightsOf(state)),
  }
  const answer: ListOverview = {
    today: TODAY,
    draft: state.everything ? draft : null,
    single,
    years: [2027, 2026].map(yearOf),
  }
  return { json: answer }
}

const editionOf = ({ params, state }: Asked): FakeEdition | undefined =>
  state.editions.find(({ id }) => id === Number(params.id))

function read(asked: Asked): Reply {
  const { query, state } = asked
  const one = editionOf(asked)
  if (one === undefined) return nothing
  if (isFile(query)) return csv('list.csv')
  const found = one.entries.filter(
    (entry) =>
      fits({ ...entry, number: entry.object }, query) &&
      (query.admitted === undefined || query.admitted === String(admitted(entry))),
  )
  const rows = sorted(found, query)
  const from = Number(query.offset ?? 0)
  const page = rows.slice(from, from + Number(query.limit ?? 100))
  return { json: { edition: shown(state, one), total: rows.length, rows: page } }
}

function changes(asked: Asked): Reply {
  const one = editionOf(asked)
  if (one === undefined) return nothing
  const against = asked.state.editions.find(
    ({ kind, year, state, number }) =>
      kind === one.kind && year === one.year && state === 'approved' && number < one.number,
  )
  if (against === undefined) return { json: { against: null, added: 0, dropped: 0, changed: 0, rows: [] } }
  const before = new Set(against.entries.filter(admitted).map(({ object }) => object))
  const row = (what: string, { object, name, authority }: ListEntry, differing: string[] = []) => ({
    what,
    object,
    name,
    authority,
    fields: differing,
  })
  const added = one.entries.filter((entry) => admitted(entry) && !before.has(entry.object))
  const changed = one.entries.slice(0, 1)
  const rows = [
    ...added.map((entry) => row('added', entry)),
    ...changed.map((entry) => row('changed', entry, ['authority', 'level'])),
  ]
  const { id, number } = against
  return { json: { against: { id, number }, added: added.length, dropped: 0, changed: changed.length, rows } }
}

/** Moves an edition along the table of states, or says why it can't be moved. */
function step(asked: Asked, event: ListEvent, change: (one: FakeEdition) => Partial<FakeEdition>): Reply {
  const one = editionOf(asked)
  if (one === undefined) return nothing
  const { state } = asked
  const outcome = next(one.kind, event, one.state, circumstances(state, one))
  if ('refused' in outcome)
    return outcome.refused === 'four_eyes'
      ? problem(409, 'list_four_eyes', 'На утверждение подали вы. Утвердить должен другой человек.')
      : problem(409, 'list_state', `Редакция № ${one.number}: ${LIST_STATES[one.state]}.`)
  Object.assign(one, change(one), { state: outcome.to })
  return { json: shown(state, one) }
}

const by = ({ state }: Asked) => ({ by: state.user.name, at: NOW })
const submission = (asked: Asked) => ({ submitted: by(asked), submittedBy: asked.state.user.id })

/** A new edition of a list, made of what the handler says. */
function made(asked: Asked, fields: Partial<FakeEdition>, entries?: ListEntry[]): Reply {
  const { state } = asked
  const id = Math.max(0, ...state.editions.map((one) => one.id)) + 1
  const number = state.editions.filter((one) => one.year === (fields.year ?? null)).length + 1
  const one = edition(state.objects, { state: 'draft', created: by(asked), number, ...fields, id })
  state.editions.push(entries === undefined ? one : { ...one, entries })
  return { status: 201, json: shown(state, state.editions.at(-1) ?? one) }
}

interface SentFacts extends YearFacts {
  readonly id: number
  readonly version: number
}

function saved(asked: Asked, sent: readonly SentFacts[]): Reply {
  const one = editionOf(asked)
  if (one === undefined) return nothing
  const stale = one.entries.filter(({ id, year }) =>
    sent.some((each) => each.id === id && each.version !== year?.version),
  )
  if (stale.length > 0)
    return problem(409, 'entries_changed', `Ничего не сохранено: кто-то ещё изменил «${stale[0]?.name}».`)
  one.entries = one.entries.map((entry) => {
    const { id: _, version, ...facts } = sent.find(({ id }) => id === entry.id) ?? { id: 0, version: 0 }
    return 'form' in facts ? withFacts(entry, { version: version + 1, facts, year: one.year ?? 0 }) : entry
  })
  return { json: { rows: one.entries.filter(({ id }) => sent.some((each) => each.id === id)) } }
}

// What comes was checked against the contract by the server that this one stands for.
const factsIn = (body: Buffer) => fields(body) as unknown as Omit<SentFacts, 'id'>
const manyIn = (body: Buffer) => fields(body).entries as SentFacts[]

function savedOne(asked: Asked): Reply {
  const id = Number(asked.params.entry)
  const reply = saved(asked, [{ id, ...factsIn(asked.body) }])
  const entry = editionOf(asked)?.entries.find((one) => one.id === id)
  return reply.status === undefined ? { json: entry } : reply
}

/** Lists of objects of certification and their editions. */
export const listHandlers: Handlers = {
  readLists: overview,
  readList: read,
  readListChanges: changes,
  submitSingleList: (asked) => made(asked, { state: 'on_approval', ...submission(asked) }),
  createYearList: (asked) => made(asked, { year: Number(fields(asked.body).year), base: { id: 1, number: 1 } }),
  updateList: (asked) => made(asked, { year: editionOf(asked)?.year ?? null }, editionOf(asked)?.entries ?? []),
  saveEntry: savedOne,
  saveEntries: (asked) => saved(asked, manyIn(asked.body)),
  publishList: (asked) => step(asked, 'publish', () => ({ published: by(asked) })),
  submitList: (asked) => step(asked, 'submit', () => submission(asked)),
  withdrawList: (asked) => step(asked, 'withdraw', () => ({ withdrawn: by(asked) })),
  returnList: (asked) =>
    step(asked, 'return', () => ({ returned: { ...by(asked), remarks: String(fields(asked.body).remarks) } })),
  approveList: (asked) =>
    step(asked, 'approve', () => {
      const { protocolNumber, protocolDate } = fields(asked.body)
      return { approved: { ...by(asked), protocolNumber: String(protocolNumber), protocolDate: String(protocolDate) } }
    }),
}
