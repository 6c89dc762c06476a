import type { ListEntry } from '@otklik/model/certification/api'
import { expect, test } from 'vitest'
import { NEW_OBJECT } from '../objects/new-object.ts'
import { changedEntries } from './bulk.ts'

const facts = { form: 'open', ending: null, roadMapFailed: false, access: true, mass: null } as const
const entry = (id: number, own: { selfCheck: 'А' | null; contacts: boolean }): ListEntry => ({
  ...NEW_OBJECT,
  id,
  object: id,
  category: 'сервис',
  typical: false,
  year: { version: id, facts: { ...facts, ...own }, admission: { admitted: true, grounds: [], reasons: [] } },
})

test('each entry is sent whole, with its own version and all that was left alone', () => {
  const sent = changedEntries(
    [entry(1, { selfCheck: 'А', contacts: false }), entry(2, { selfCheck: null, contacts: true })],
    {
      selfCheck: null,
      contacts: true,
    },
  )
  expect(sent).toEqual([
    { id: 1, version: 1, ...facts, selfCheck: null, contacts: true },
    { id: 2, version: 2, ...facts, selfCheck: null, contacts: true },
  ])
})
test('entries of the single list have nothing to set', () => {
  expect(
    changedEntries([{ ...entry(1, { selfCheck: null, contacts: true }), year: null }], { contacts: false }),
  ).toEqual([])
})
