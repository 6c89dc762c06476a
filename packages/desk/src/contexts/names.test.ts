import { AUDIT_EVENTS, RIGHTS } from '@otklik/model/access'
import { ROUTES } from '@otklik/model/routes'
import { describe, expect, test } from 'vitest'
import { auditTexts } from '../audit/texts/index.ts'
import type { Language } from '../shared/i18n/format.ts'
import { allNames } from './names.ts'

/** The texts below a node, by their whole keys. */
function texts(node: object, before = ''): [string, string][] {
  return Object.entries(node).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? texts(inner, `${before}${name}.`)
      : [[`${before}${name}`, String(inner)] satisfies [string, string]],
  )
}

/** The names of one group, `audit.event`, over all contexts and what the audit says of the installation itself. */
async function names(group: string, language: Language): Promise<[string, string][]> {
  const catalogues = await Promise.all([...allNames, auditTexts].map(async (set) => (await set[language]()).default))
  return catalogues
    .flatMap((catalogue) => texts(catalogue))
    .filter(([key]) => key.startsWith(`${group}.`))
    .map(([key, text]) => [key.slice(group.length + 1), text])
}

const labels = ROUTES.flatMap(({ name, route }) => (route.audit ? [[name, route.audit.label] as const] : []))
const rights = Object.entries(RIGHTS).map(([right, { name }]) => [right, name] as const)

describe.each([
  ['audit.event', AUDIT_EVENTS],
  ['audit.call', Object.fromEntries(labels)],
  ['roles.right', Object.fromEntries(rights)],
])('the names of %s', (group, table) => {
  test('are in Russian those of the one table, each in one place', async () => {
    const russian = await names(group, 'ru')
    expect(Object.fromEntries(russian)).toEqual(table)
    expect(russian).toHaveLength(Object.keys(table).length)
  })

  test('are there in English', async () => {
    const english = await names(group, 'en')
    expect(english.map(([name]) => name).toSorted()).toEqual(Object.keys(table).toSorted())
    expect(english.filter(([, text]) => /[а-яё!]/i.test(text))).toEqual([])
  })
})

test('every event has an English name of its own that begins with a capital letter', async () => {
  const english = await names('audit.event', 'en')
  expect(english.filter(([, text]) => !/^[A-Z][^.]*$/.test(text))).toEqual([])
  expect(new Set(english.map(([, text]) => text)).size).toBe(english.length)
})
