import { expect, test } from 'vitest'
import { changedFields, shown } from './changed-fields.ts'
import { offsetOf, zonesOf } from './zones.ts'

test('only what differs is a change', () => {
  const before = { name: 'Школа', termDays: 30, lifeSituations: ['Рождение'] }
  const after = { name: 'Школа', termDays: 10, lifeSituations: ['Рождение'] }
  expect(changedFields({ before, after })).toEqual([{ field: 'termDays', before: 30, after: 10 }])
})
test('a new record shows what is filled in', () => {
  const changes = changedFields({ before: null, after: { name: 'Школа', fee: null, lifeSituations: [] } })
  expect(changes.map(({ field }) => field)).toEqual(['name'])
  expect([shown(null), shown(['а', 'б']), shown(10)]).toEqual(['–', 'а, б', '10'])
})
test('the zones of Russia say their offset; a strange zone stays a choice', () => {
  const { russian, other } = zonesOf('Mars/Phobos', new Date('2026-11-22'))
  expect(russian.find(({ value }) => value === 'Asia/Kamchatka')?.label).toBe('Asia/Kamchatka (UTC+12)')
  expect(other[0]?.value).toBe('Mars/Phobos')
  expect(offsetOf('Mars/Phobos', new Date())).toBe('')
})
