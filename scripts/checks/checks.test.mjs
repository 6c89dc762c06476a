import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf } from '../lib/syntax.mjs'
import { countTests } from '../lib/vitest-report.mjs'
import { brokenRules } from './boundaries.mjs'
import { catalogueProblems, keysIn, leaves, missingTexts } from './catalogues.mjs'
import { crowded, oddNames } from './folders.mjs'
import { isPermissive } from './licences.mjs'
import { linksOf } from './links.mjs'

describe('import boundaries', () => {
  const server = 'packages/server/src'
  const edge = (from, to, more = {}) => ({ from, to, specifier: './x.ts', typeOnly: false, ...more })
  const npm = (from, specifier) => ({ from, to: undefined, specifier, typeOnly: false })

  test.each([
    ['a context through its public face', edge(`${server}/progress/a.ts`, `${server}/exchange/index.ts`)],
    ['a file of the same context', edge(`${server}/progress/a.ts`, `${server}/progress/b/c.ts`)],
    ['a context from the wiring', edge(`${server}/compose.ts`, `${server}/exchange/routes.ts`)],
    ['the wiring from the entry', edge(`${server}/main.ts`, `${server}/compose.ts`)],
    ['platform from a context', edge(`${server}/access/a.ts`, `${server}/platform/log.ts`)],
    ['the list of modules from a backup', edge(`${server}/backup/a.ts`, `${server}/modules.ts`)],
    ['any file from a command', edge(`${server}/cli/a.ts`, `${server}/exchange/queries.ts`)],
    ['what commands share from one of a context', edge(`${server}/access/commands/a.ts`, `${server}/cli/usage.ts`)],
    ['the wiring from the demonstration', edge(`${server}/demo/a.ts`, `${server}/compose.ts`)],
    ['the type library from model', npm('packages/model/src/api/a.ts', 'typebox/value')],
    ['model from the desk', npm('packages/desk/src/a.tsx', '@otklik/model/api')],
  ])('allow %s', (_, allowed) => expect(brokenRules(allowed)).toEqual([]))

  test.each([
    ['a context past its public face', edge(`${server}/progress/a.ts`, `${server}/exchange/queries.ts`)],
    ['a context from platform', edge(`${server}/platform/a.ts`, `${server}/access/index.ts`)],
    [
      'a type of a context from platform',
      edge(`${server}/platform/a.ts`, `${server}/access/index.ts`, { typeOnly: true }),
    ],
    ['the wiring from a context', edge(`${server}/access/a.ts`, `${server}/compose.ts`)],
    ['a command from a context', edge(`${server}/access/a.ts`, `${server}/cli/usage.ts`)],
    ['a command from platform', edge(`${server}/platform/a.ts`, `${server}/cli/usage.ts`)],
    ['Node from model', npm('packages/model/src/a.ts', 'node:fs')],
    ['npm from model', npm('packages/model/src/a.ts', 'pg')],
    ['the server from model', edge('packages/model/src/a.ts', `${server}/cli.ts`)],
    ['Node from the desk', npm('packages/desk/src/a.ts', 'node:fs')],
    ['the server from the desk', npm('packages/desk/src/a.ts', '@otklik/server/x')],
    ['files of the disk from the public pages', npm('packages/respond/src/a.ts', 'node:fs')],
    ['Node from the script of the public pages', npm('packages/respond/src/browser/a.ts', 'node:crypto')],
    ['all of the model from that script', npm('packages/respond/src/browser/a.ts', '@otklik/model/questionnaires')],
    ['the inside of the public pages from the server', npm(`${server}/a.ts`, '@otklik/respond/src')],
    ['the files of model from the server', edge(`${server}/a.ts`, 'packages/model/src/api/index.ts')],
  ])('refuse %s', (_, refused) => expect(brokenRules(refused)).toHaveLength(1))

  test('imports are found in every form', () => {
    const text = `import a from './a.ts'\nexport * from './b.ts'\nconst c = await import('./c.ts')
      import type { D } from './d.ts'\ntype E = import('./e.ts').E\n// import './no.ts'`
    const found = importsOf('x.ts', text).map(({ specifier, typeOnly }) => `${specifier} ${typeOnly}`)
    expect(found).toEqual(['./a.ts false', './b.ts false', './c.ts false', './d.ts true', './e.ts true'])
  })
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND CC-BY-SA-4.0', false],
  ['(BSD-2-Clause OR MIT) ', true],
  ['MPL-2.0', false],
  ['none stated', false],
])('a licence %s: shipped %s', (expression, expected) => expect(isPermissive(expression)).toBe(expected))

describe('catalogues', () => {
  const texts = (object) => leaves(object)

  test('plural forms differ between languages and are one text', () => {
    const ru = texts({ row: { count_one: 'строка', count_few: 'строки', count_many: 'строк' } })
    expect(catalogueProblems(ru, texts({ row: { count_one: 'row', count_other: 'rows' } }))).toEqual([])
  })

  test('what is missing, empty or out of tone is named', () => {
    const ru = texts({ a: 'Файл успешно принят!', b: ' ', c: 'Вид "Обзор"' })
    expect(catalogueProblems(ru, texts({ a: 'In', b: 'Empty', d: 'Extra' }))).toEqual([
      'c: no English text',
      'd: no Russian text',
      'b: an empty text',
      'a: an exclamation mark in «Файл успешно принят!»',
      'a: «успешно» says nothing in «Файл успешно принят!»',
      'c: straight quotation marks in Вид "Обзор"',
    ])
  })

  test('both languages take the same values', () => {
    const ru = texts({ n_one: '{{count}} из {{all}}', n_many: '{{ count }} из {{all}}', m: '{{day}}' })
    const en = texts({ n_one: '{{count}} of {{all}}', n_other: '{{count}} of {{all}}', m: 'today' })
    expect(catalogueProblems(ru, en)).toEqual(['m: takes day in Russian, nothing in English'])
  })

  test('a key made at run time is a pattern', () => {
    const [asked] = keysIn('a.tsx', 'const a = t(`trouble.${kind}Text`)')
    expect(['trouble.goneText', 'trouble.gone', 'other.goneText'].filter((key) => asked.pattern.test(key))).toEqual([
      'trouble.goneText',
    ])
  })

  test('a screen has the texts it is opened with, also in what it takes from others', () => {
    const src = 'packages/desk/src'
    const file = (imports, ...keys) => ({ imports, keys: keys.map((key) => ({ key, line: 1 })) })
    const files = new Map([
      [`${src}/a/screens.ts`, file([`${src}/shell/screens-with.ts`, `${src}/a/ru.json`, `${src}/a/page.tsx`])],
      [`${src}/a/page.tsx`, file([`${src}/b/part.tsx`, `${src}/b/screens.ts`], 'a.title', 'nav.skip')],
      [`${src}/b/part.tsx`, file([], 'b.part')],
      [`${src}/b/screens.ts`, file([`${src}/shell/screens-with.ts`])],
    ])
    const known = new Map([
      [`${src}/shell/texts/ru.json`, ['nav.skip']],
      [`${src}/a/ru.json`, ['a.title']],
      [`${src}/b/ru.json`, ['b.part']],
    ])
    expect(missingTexts(files, known)).toEqual([
      `${src}/b/part.tsx:1: no text for the key b.part in what ${src}/a/screens.ts opens`,
    ])
  })

  test('keys are found in calls of t, also as a method', () => {
    const code = 'const a = t("one.two")\nconst b = <p title={i18n.t("three")}>{t(key)}</p>'
    expect(keysIn('a.tsx', code)).toEqual([
      { key: 'one.two', line: 1 },
      { key: 'three', line: 2 },
    ])
  })
})

test('names are in kebab case', () => {
  expect(oddNames('packages/server/src/access/list-people.unit.test.ts')).toEqual([])
  expect(oddNames('packages/desk/src/Access/listPeople.ts')).toEqual(['Access', 'listPeople.ts'])
})

test('a folder has 24 files of source at most, whatever tests stand beside', () => {
  const files = Array.from({ length: 24 }, (_, number) => `a/file-${number}.ts`)
  expect(crowded([...files, 'a/file-1.test.ts', 'a/file.module.css'])).toEqual([])
  expect(crowded([...files, 'a/one-more.ts'])).toEqual([{ folder: 'a', files: 25 }])
})

test('links of a page are read from where it stands', () => {
  const text = '[a](../x.md#part) [b](https://example.org/) [c](#here) ![d](pictures/d.png)'
  expect(linksOf('docs/adr/1.md', text).map(({ target }) => target)).toEqual(['docs/x.md', 'docs/adr/pictures/d.png'])
})

test('a report of tests is counted with its files that could not be loaded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-report-'))
  const path = join(folder, 'vitest.json')
  const results = (...statuses) => statuses.map((status) => ({ status }))
  const write = (testResults) => writeFileSync(path, JSON.stringify({ testResults }))

  write([
    { status: 'passed', assertionResults: results('passed', 'skipped') },
    { status: 'failed', assertionResults: results('passed', 'failed', 'failed') },
    { status: 'failed', assertionResults: [] },
  ])
  expect(countTests(path, false)).toEqual({ passed: 2, failed: 3, skipped: 1 })
  write([{ status: 'passed', assertionResults: results('passed') }])
  expect(countTests(path, false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(countTests(join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  rmSync(folder, { recursive: true })
})
