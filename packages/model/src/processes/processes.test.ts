import { describe, expect, test } from 'vitest'
import { actorsOf, drawingOf, processAbout, step } from './index.ts'

const DOOR = processAbout<{ key: boolean; name: string }>()({
  title: 'Дверь',
  states: { open: 'открыта', shut: 'закрыта', gone: 'снята' },
  events: { make: 'поставить', close: 'закрыть', open: 'открыть', paint: 'покрасить', remove: 'снять' },
  guards: {
    has_key: { holds: ({ key }) => key, says: ({ name }) => `Ключа нет: ${name}.` },
    named: { holds: ({ name }) => name !== '', says: 'Имени нет.' },
  },
  actors: { keeper: 'хранитель', guest: 'гость' },
  moves: [
    { event: 'make', from: [null], to: 'open', by: ['keeper'], guards: [] },
    { event: 'close', from: ['open'], to: 'shut', by: ['keeper', 'guest'], guards: ['named'], point: '1' },
    { event: 'open', from: ['shut'], to: 'open', by: ['keeper'], guards: ['named', 'has_key'] },
    { event: 'paint', from: ['open', 'shut'], to: 'same', by: ['guest'], guards: [] },
    { event: 'remove', from: ['open', 'shut'], to: 'gone', by: ['keeper'], guards: [] },
  ],
})
const ME = { key: true, name: 'я' }

describe('a step', () => {
  test('leads where the table says, or leaves the state', () => {
    expect(step(DOOR, 'make', null, ME)).toEqual({ to: 'open' })
    expect(step(DOOR, 'open', 'shut', ME)).toEqual({ to: 'open' })
    expect(step(DOOR, 'paint', 'shut', ME)).toEqual({ to: 'shut' })
  })
  test('is refused with what is in its way: the state, then the guards in their order', () => {
    expect(step(DOOR, 'open', 'open', ME)).toEqual({
      refused: 'state',
      message: 'Действие «открыть» невозможно: сейчас «открыта», нужно «закрыта».',
    })
    expect(step(DOOR, 'remove', 'gone', ME)).toMatchObject({
      message: expect.stringContaining('«открыта» или «закрыта»'),
    })
    expect(step(DOOR, 'make', 'open', ME)).toMatchObject({ message: expect.stringContaining('только пока ничего нет') })
    expect(step(DOOR, 'close', null, ME)).toMatchObject({ message: expect.stringContaining('ещё ничего нет') })
    expect(step(DOOR, 'open', 'shut', { key: false, name: '' })).toEqual({ refused: 'named', message: 'Имени нет.' })
    expect(step(DOOR, 'open', 'shut', { key: false, name: 'я' })).toEqual({
      refused: 'has_key',
      message: 'Ключа нет: я.',
    })
  })
})

test('what somebody may do now', () => {
  expect(DOOR.table.eventsFor('shut', ME, ['keeper'])).toEqual(['open', 'remove'])
  expect(DOOR.table.eventsFor('shut', { ...ME, key: false }, ['keeper', 'guest'])).toEqual(['paint', 'remove'])
  expect(DOOR.table.eventsFor('shut', ME, [])).toEqual([])
  expect([actorsOf(DOOR, 'close'), DOOR.table.statesFor('paint'), DOOR.table.statesFor('make')]).toEqual([
    ['keeper', 'guest'],
    ['open', 'shut'],
    [],
  ])
})

test('the drawing has every state, arrow and end', () => {
  const drawing = drawingOf(DOOR)
  expect(drawing).toContain('## Дверь\n\n```mermaid\nstateDiagram-v2\n  state "открыта" as open\n')
  expect(drawing).toContain('  [*] --> open: поставить\n  open --> shut: закрыть\n')
  expect(drawing).toContain('  shut --> shut: покрасить\n')
  expect(drawing).toContain('  gone --> [*]\n```')
  expect(drawing).toContain('| закрыть | открыта | закрыта | хранитель, гость | `named` | 1 |')
  expect(drawing).toContain('| покрасить | открыта, закрыта | то же | гость |  |  |')
})
