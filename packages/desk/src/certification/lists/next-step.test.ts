import type { ListEdition, ListOverview } from '@otklik/model/certification/api'
import { expect, test } from 'vitest'
import { isOwnSubmission, stepOfSingle, stepOfYear } from './next-step.ts'

const edition = (state: ListEdition['state'], allowed: ListEdition['allowed']): ListEdition => ({
  id: 1,
  kind: 'year',
  year: 2027,
  number: 1,
  state,
  base: null,
  counts: { entries: 1, admitted: 1, leftOut: 0 },
  created: { by: 'Кто-то', at: '2026-11-25T09:00:00Z' },
  published: null,
  submitted: null,
  approved: null,
  returned: null,
  withdrawn: null,
  allowed,
})
const year = (...editions: ListEdition[]) => ({ year: 2027, deadlines: [], editions, allowed: [] })

test('the step of a year is what its latest edition allows', () => {
  expect(stepOfYear({ ...year(), allowed: ['create'] })).toBe('create')
  expect(stepOfYear(year(edition('draft', ['edit', 'publish']), edition('approved', ['update'])))).toBe('publish')
  expect(stepOfYear(year(edition('published', ['edit', 'submit'])))).toBe('submit')
  expect(stepOfYear(year(edition('on_approval', ['return', 'approve'])))).toBe('decide')
  expect(stepOfYear(year(edition('on_approval', ['withdraw'])))).toBeNull()
  expect(stepOfYear(year())).toBeNull()
})
test('who submitted it waits for another', () => {
  expect(isOwnSubmission(edition('on_approval', ['withdraw', 'return']))).toBe(true)
  expect(isOwnSubmission(edition('on_approval', ['return', 'approve']))).toBe(false)
  expect(isOwnSubmission(edition('on_approval', ['withdraw']))).toBe(false)
})
test('the single list is filled, then submitted; nothing of it is done out of sight', () => {
  const lists = (draft: ListOverview['draft']): ListOverview => ({ today: '2026-11-22', draft, single: [], years: [] })
  const draft = { objects: 0, removed: 0, withoutAuthority: 0, allowed: [] }
  expect(stepOfSingle(lists(draft), true)).toBe('fill')
  expect(stepOfSingle(lists(draft), false)).toBeNull()
  expect(stepOfSingle(lists({ ...draft, objects: 3, allowed: ['submit'] }), true)).toBe('submit')
  expect(stepOfSingle(lists(null), true)).toBeNull()
})
