import { AUDIT_EVENTS } from '@otklik/model/access'
import { expect, test } from 'vitest'
import en from '../shared/i18n/en.json' with { type: 'json' }
import ru from '../shared/i18n/ru.json' with { type: 'json' }

/** The texts under `audit.event`, by their whole names. */
function texts(node: object, before = ''): [string, string][] {
  return Object.entries(node).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? texts(inner, `${before}${name}.`)
      : [[`${before}${name}`, String(inner)] satisfies [string, string]],
  )
}

test('events are called in the desk as in their one table', () => {
  expect(Object.fromEntries(texts(ru.audit.event))).toEqual(AUDIT_EVENTS)
})

test('every event has an English name of its own', () => {
  const english = texts(en.audit.event)
  expect(english.map(([name]) => name).toSorted()).toEqual(Object.keys(AUDIT_EVENTS).toSorted())
  expect(english.filter(([, text]) => !/^[A-Z][^а-яё.!]*$/i.test(text))).toEqual([])
  expect(new Set(english.map(([, text]) => text)).size).toBe(english.length)
})
