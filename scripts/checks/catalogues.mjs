// The texts of the desk and of the public pages: both languages whole, in the tone the project keeps, and no key without a text.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { useCarriedNode } from '../lib/carried-node.mjs'
import { filesUnder, isSource, isTest } from '../lib/files.mjs'
import { runWhenStarted } from '../lib/report.mjs'
import { ROOT } from '../lib/root.mjs'
import { lineAt, parse, walk } from '../lib/syntax.mjs'

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

async function load(path) {
  if (path.endsWith('.json')) return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'))
  const { default: whole, ...named } = await import(pathToFileURL(`${ROOT}${path}`).href)
  return whole ?? Object.values(named).find((value) => typeof value === 'object')
}

/** The pairs of catalogue files: `…/ru.ts` or `…/ru/x.json`, each with its English twin. */
function pairs() {
  const isRussian = (path) => /\/ru(\/[^/]+)?\.(json|ts)$/.test(path) && !path.endsWith('/ru/index.ts') && !isTest(path)
  return [DESK, PAGES]
    .flatMap((folder) => filesUnder(folder, isRussian))
    .map((ru) => ({ ru, en: ru.replace(/\/ru([/.])/, '/en$1') }))
}

export async function check() {
  await useCarriedNode()
  const problems = []
  const known = new Set()
  for (const { ru, en } of pairs()) {
    const [russian, english] = [leaves(await load(ru)), leaves(await load(en))]
    for (const [key] of russian) known.add(key.replace(PLURAL, ''))
    problems.push(...catalogueProblems(russian, english).map((says) => `${ru}: ${says}`))
  }
  for (const path of filesUnder(DESK, (name) => isSource(name) && !isTest(name))) {
    const used = keysIn(path, readFileSync(`${ROOT}${path}`, 'utf8'))
    const isKnown = ({ key, pattern }) => known.has(key) || (pattern && [...known].some((one) => pattern.test(one)))
    const missing = used.filter((asked) => !isKnown(asked))
    problems.push(...missing.map(({ key, line }) => `${path}:${line}: no text for the key ${key}`))
  }
  return { problems, summary: `Catalogues: ${known.size} texts in two languages.` }
}

await runWhenStarted(import.meta.url, check)
