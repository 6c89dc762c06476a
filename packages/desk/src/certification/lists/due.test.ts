import type { ListEdition, ListOverview } from '@otklik/model/certification/api'
import { deadlinesOf } from '@otklik/model/certification'
import { expect, test } from 'vitest'
import { duesOfSingle, duesOfYear, isMissed, nextDue } from './due.ts'

const act = { by: 'Кто-то', at: '2026-11-25T09:00:00Z' }
const edition = (fields: Partial<ListEdition>): ListEdition => ({
  id: 1,
  kind: 'year',
  year: 2027,
  number: 1,
  state: 'draft',
  base: null,
  counts: { entries: 1, admitted: 1, leftOut: 0 },
  created: act,
  published: null,
  submitted: null,
  approved: null,
  returned: null,
  withdrawn: null,
  allowed: [],
  ...fields,
})
const overview = (today: string, single: ListEdition[], editions: ListEdition[] = []): ListOverview => ({
  today,
  draft: { objects: 1, removed: 0, withoutAuthority: 0, allowed: [] },
  single,
  years: [{ year: 2027, deadlines: deadlinesOf(2027), editions, allowed: [] }],
})
const ofYear = (given: ListOverview) => given.years.flatMap((lists) => duesOfYear(lists, given))
const told = (dues: ReturnType<typeof ofYear>) => dues.map(({ deadline, state, days }) => [deadline.code, state, days])

test('the last day is in time, the next one is late by a day', () => {
  const draft = [edition({})]
  expect(told(ofYear(overview('2026-12-20', [], draft)))[0]).toEqual(['year_published', 'coming', 0])
  expect(told(ofYear(overview('2026-12-21', [], draft)))[0]).toEqual(['year_published', 'overdue', 1])
})
test('what was published is done; what others do is only over', () => {
  const dues = ofYear(overview('2027-02-02', [], [edition({ published: act })]))
  expect(told(dues)).toEqual([
    ['year_published', 'done', 44],
    ['remarks_sent', 'passed', 2],
    ['year_approved', 'coming', 27],
    ['year_updated', 'coming', 272],
  ])
  expect(nextDue(dues)?.deadline.code).toBe('year_approved')
})
test('nobody waits for remarks on what is approved', () => {
  const approved = { ...act, protocolNumber: '1', protocolDate: '2026-11-20' }
  const dues = ofYear(overview('2026-11-25', [], [edition({ published: act, approved })]))
  expect(nextDue(dues)?.deadline.code).toBe('year_updated')
})
test('what is late comes before what is next', () => {
  const dues = ofYear(overview('2027-03-05', [], [edition({ published: act })]))
  expect(nextDue(dues)).toMatchObject({ deadline: { code: 'year_approved' }, state: 'overdue', days: 4 })
})
test('a year that nobody began is not late for ever', () => {
  const given = overview('2027-11-02', [])
  expect(given.years.map((lists) => isMissed(lists, given.today))).toEqual([true])
  expect(ofYear(given)).toEqual([])
  expect(duesOfSingle(given)).toEqual([])
})
test('the single list is ready for a year once it was submitted in the year before', () => {
  const single = (fields: Partial<ListEdition>) =>
    edition({ kind: 'single', year: null, state: 'on_approval', submitted: act, ...fields })
  const state = (given: ListEdition) => duesOfSingle(overview('2026-12-05', [given])).at(-1)?.state
  expect(state(single({}))).toBe('done')
  expect(state(single({ state: 'withdrawn' }))).toBe('overdue')
  expect(state(single({ created: { ...act, at: '2025-11-25T09:00:00Z' } }))).toBe('overdue')
  expect(duesOfSingle({ ...overview('2026-12-05', []), draft: null }).at(-1)?.state).toBe('passed')
})
