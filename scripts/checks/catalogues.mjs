// The texts of the desk and of the public pages: both languages whole, in the tone the project keeps, and no key without a text.
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import { useCarriedNode } from '../lib/carried-node.mjs'
import { filesUnder, isSource, isTest } from '../lib/files.mjs'
import { runWhenStarted } from '../lib/report.mjs'
import { ROOT } from '../lib/root.mjs'
import { importsOf, lineAt, parse, walk } from '../lib/syntax.mjs'

const DESK = 'packages/desk/src'
const PAGES = 'packages/respond/src'
const PLURAL = /_(zero|one|two|few|many|other)$/

/** Leaves of a nested catalogue as [key.with.dots, text]. */
export function leaves(value, path = []) {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]]
  return Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]))
}

/** The names in {{braces}} of every text, plural forms of one text taken together. */
function holes(list) {
  const found = new Map()
  for (const [key, text] of list) {
    const names = found.get(key.replace(PLURAL, '')) ?? new Set()
    for (const [, name] of String(text).matchAll(/\{\{\s*(\w+)/g)) names.add(name)
    found.set(key.replace(PLURAL, ''), names)
  }
  return new Map([...found].map(([key, names]) => [key, [...names].sort().join(', ')]))
}

function differentHoles(ru, en) {
  const [russian, english] = [holes(ru), holes(en)]
  return [...russian]
    .filter(([key, names]) => english.has(key) && english.get(key) !== names)
    .map(
      ([key, names]) => `${key}: takes ${names || 'nothing'} in Russian, ${english.get(key) || 'nothing'} in English`,
    )
}

/** What is wrong with the two languages of one catalogue: `ru` and `en` are lists of [key, text]. */
export function catalogueProblems(ru, en) {
  const keys = (list) => new Set(list.map(([key]) => key.replace(PLURAL, '')))
  const [russian, english] = [keys(ru), keys(en)]
  return [
    ...[...russian].filter((key) => !english.has(key)).map((key) => `${key}: no English text`),
    ...[...english].filter((key) => !russian.has(key)).map((key) => `${key}: no Russian text`),
    ...differentHoles(ru, en),
    ...[...ru, ...en].filter(([, text]) => String(text).trim() === '').map(([key]) => `${key}: an empty text`),
    ...ru.filter(([, text]) => /!/.test(text)).map(([key, text]) => `${key}: an exclamation mark in «${text}»`),
    ...ru
      .filter(([, text]) => /успешн/i.test(text))
      .map(([key, text]) => `${key}: «успешно» says nothing in «${text}»`),
    ...ru.filter(([, text]) => /"/.test(text)).map(([key, text]) => `${key}: straight quotation marks in ${text}`),
  ]
}

const ANYTHING = /[\\^$.*+?()[\]{}|]/g
const escape = (text) => text.replaceAll(ANYTHING, '\\$&')

/** What a call of t asks for: a key, or a pattern of keys where a part of it is put in at run time. */
function askedBy(argument) {
  if (argument?.type === 'Literal') return { key: String(argument.value) }
  if (argument?.type !== 'TemplateLiteral') return undefined
  const parts = argument.quasis.map(({ value }) => value.cooked)
  return { key: parts.join('…'), pattern: new RegExp(`^${parts.map(escape).join('.+')}$`) }
}

/** What all calls `t('…')` of a file ask for: `{ key, line, pattern? }`; a key held in a variable can't be seen here. */
export function keysIn(path, text) {
  const found = []
  walk(parse(path, text).program, (node) => {
    const name = node.type === 'CallExpression' && (node.callee.name ?? node.callee.property?.name)
    const asked = name === 't' ? askedBy(node.arguments[0]) : undefined
    if (asked !== undefined) found.push({ ...asked, line: lineAt(text, node.start) })
  })
  return found
}

const folderOf = (path) => path.slice(0, path.lastIndexOf('/'))

/** What each source file of the desk imports when it runs, and the texts it asks for. */
function readDesk() {
  const isOwn = (path) => isSource(path) && !isTest(path)
  return new Map(
    filesUnder(DESK, isOwn).map((path) => {
      const text = readFileSync(`${ROOT}${path}`, 'utf8')
      const imported = importsOf(path, text).filter(({ specifier, typeOnly }) => !typeOnly && specifier.startsWith('.'))
      const imports = imported.map(({ specifier }) => posix.join(folderOf(path), specifier))
      return [path, { imports, keys: keysIn(path, text) }]
    }),
  )
}

/** Where screens begin: a file that says which texts its screens are opened with, and the frame around all of them. */
const BEGINS = /\/(screens-with\.ts|desk-route\.ts)$/
const FRAME = `${DESK}/main.tsx`
const opens = (files, path) =>
  path === FRAME || files.get(path)?.imports.some((one) => one.endsWith('/screens-with.ts')) === true

/**
 * All that runs once `start` is opened, other screens and the frame left out: `{ files, catalogues }`, paths of both.
 * `files` is what `readDesk` gives.
 */
export function reachedFrom(files, start) {
  const reached = new Set([start])
  for (const path of reached)
    for (const next of files.get(path)?.imports ?? [])
      if (!opens(files, next) && (start === FRAME || !BEGINS.test(next))) reached.add(next)
  return {
    files: [...reached].filter((path) => files.has(path)),
    catalogues: [...reached].filter((path) => path.endsWith('/ru.json')),
  }
}

/** Calls for texts that are in none of the catalogues with which their screen is opened. `known`: keys by catalogue. */
export function missingTexts(files, known) {
  return [...files.keys()]
    .filter((path) => opens(files, path))
    .flatMap((start) => {
      const reached = reachedFrom(files, start)
      const there = new Set([FRAMES_OWN, ...reached.catalogues].flatMap((path) => [...(known.get(path) ?? [])]))
      const isThere = ({ key, pattern }) => there.has(key) || (pattern && [...there].some((one) => pattern.test(one)))
      return reached.files.flatMap((path) =>
        files
          .get(path)
          .keys.filter((asked) => !isThere(asked))
          .map(({ key, line }) => `${path}:${line}: no text for the key ${key} in what ${start} opens`),
      )
    })
}
const FRAMES_OWN = `${DESK}/shell/texts/ru.json`

async function load(path) {
  if (path.endsWith('.json')) return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'))
  return Object.values(await import(pathToFileURL(`${ROOT}${path}`).href)).find((value) => typeof value === 'object')
}

/** Each catalogue has its English twin beside it. */
const catalogues = () =>
  [DESK, PAGES].flatMap((folder) => filesUnder(folder, (path) => /\/ru\.(json|ts)$/.test(path) && !isTest(path)))

export async function check() {
  await useCarriedNode()
  const known = new Map()
  const problems = []
  for (const path of catalogues()) {
    const russian = leaves(await load(path))
    const english = leaves(await load(path.replace(/ru(\.\w+)$/, 'en$1')))
    known.set(path, new Set(russian.map(([key]) => key.replace(PLURAL, ''))))
    problems.push(...catalogueProblems(russian, english).map((says) => `${path}: ${says}`))
  }
  problems.push(...inTwo(known), ...missingTexts(readDesk(), known))
  const count = [...known.values()].reduce((sum, keys) => sum + keys.size, 0)
  return { problems, summary: `Catalogues: ${count} texts in two languages.` }
}

/** A key of two catalogues would be said as whichever was loaded last says it. */
function inTwo(known) {
  const first = new Map()
  const ofDesk = [...known].filter(([path]) => path.startsWith(DESK))
  return ofDesk.flatMap(([path, keys]) =>
    [...keys].flatMap((key) => {
      const other = first.get(key)
      first.set(key, path)
      return other === undefined ? [] : [`${path}: ${key} is in ${other} too`]
    }),
  )
}

await runWhenStarted(import.meta.url, check)
