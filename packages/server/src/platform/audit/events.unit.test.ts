import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AUDIT_EVENTS } from '@otklik/model/access'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const NAME = '[a-z_]+(?:\\.[a-z_]+)+'

/** Every name that an event is recorded under, wherever it stands in the server's sources: `register.*.saved` for a template. */
function recorded(): Map<string, string> {
  const found = new Map<string, string>()
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))) {
    const source = readFileSync(join(root, file), 'utf8')
    // Also names that are chosen by a condition or handed on in a variable of that name.
    for (const [statement] of source.matchAll(/\bwhat(?::| =|\?:)[^\n]*/g))
      for (const [, name = ''] of statement
        .replaceAll(/\$\{[^}]*\}/g, 'any')
        .matchAll(new RegExp(`['\`](${NAME})['\`]`, 'g')))
        found.set(name, file)
    for (const [, name = ''] of source.matchAll(
      new RegExp(`(?:record\\w*|audit\\w*|tell\\w*|write\\w*)\\([^\\n]*['\`](${NAME})['\`]`, 'gi'),
    ))
      if (!name.endsWith('.json')) found.set(name, file)
  }
  return found
}

test('every event that is recorded has a Russian text', () => {
  const names = [...recorded().keys()]
  // The search itself must not go blind.
  expect(names).toEqual(
    expect.arrayContaining(['session.opened', 'package.imported', 'data.exported', 'register.any.saved']),
  )
  const known = Object.keys(AUDIT_EVENTS)
  const silent = names.filter((name) => {
    const pattern = new RegExp(
      `^${name
        .split('.')
        .map((word) => (word === 'any' ? '[a-z_]+' : word))
        .join('\\.')}$`,
    )
    return !known.some((event) => pattern.test(event))
  })
  expect(silent).toEqual([])
})

test.each(Object.entries(AUDIT_EVENTS))('%s: %s', (_name, text) => {
  expect(text).toMatch(/^[А-ЯЁ][^.!]*$/)
})
