import { normaliseRegionName } from './normalise.ts'
import { demoRegion, type Region, regions } from './table.ts'

/** A normalised word of a name and the abbreviations that stand for it. */
const abbreviations: readonly (readonly [word: string, short: readonly string[]])[] = [
  ['автономная область', ['аобл', 'авт обл', 'ао', 'а обл', 'автономная обл']],
  ['автономный округ', ['ао', 'авт округ', 'авт окр', 'а окр', 'аокр']],
  ['народная республика', ['народная респ', 'нар респ']],
  ['республика', ['респ', 'р']],
  ['область', ['обл']],
  ['край', ['кр']],
]

const cityForms = (name: string): string[] =>
  ['г', 'гор', 'город', 'город федерального значения', 'г ф з'].flatMap((word) => [
    `${word} ${name}`,
    `${name} ${word}`,
  ])

/** The kind word moved to the other end: «татарстан республика», «область белгородская». */
function reordered(name: string): string[] {
  const word = ['автономная область', 'автономный округ', 'народная республика', 'республика', 'область', 'край'].find(
    (kind) => ` ${name} `.includes(` ${kind} `),
  )
  if (!word) return []
  const rest = name.replace(word, '').replace(/ +/g, ' ').trim()
  return [`${word} ${rest}`, `${rest} ${word}`]
}

function abbreviated(name: string): string[] {
  const found = abbreviations.find(([word]) => ` ${name} `.includes(` ${word} `))
  return found ? found[1].map((short) => ` ${name} `.replace(` ${found[0]} `, ` ${short} `).trim()) : []
}

/** «Республика Карелия» is «Карелия» too; an adjective («Чеченская») doesn't stand alone. */
function bareRepublic(region: Region, name: string): string[] {
  return region.kind === 'republic' && name.startsWith('республика ') ? [name.slice('республика '.length)] : []
}

function formsOf(region: Region): string[] {
  const isCity = region.kind === 'city' || region.kind === 'leased_city'
  const names = [region.name, ...region.usual].map(normaliseRegionName)
  const short = names.flatMap((name) => bareRepublic(region, name))
  const named =
    region.kind === 'republic'
      ? [...names, ...short].filter((name) => !name.includes('республика') && name.length > 3)
      : []
  const whole = [...names, ...short, ...named.map((name) => `республика ${name}`)]
  const ordered = whole.flatMap((name) => [name, ...reordered(name), ...(isCity ? cityForms(name) : [])])
  return [region.code, ...ordered, ...ordered.flatMap(abbreviated)]
}

export type RegionAlias = {
  /** Already normalised by `normaliseRegionName`. */ readonly alias: string
  readonly code: string
}

/** Two regions under one name would send rows to the wrong place: better to stop at start than to guess. */
function collect(known: readonly Region[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  for (const region of known) {
    for (const alias of formsOf(region)) {
      const taken = codes.get(alias)
      if (taken !== undefined && taken !== region.code)
        throw new Error(`"${alias}" names both ${taken} and ${region.code}`)
      codes.set(alias, region.code)
    }
  }
  return codes
}

const withDemo = [...regions, demoRegion]
const codes = { real: collect(regions), demo: collect(withDemo) }
const byCode = new Map(withDemo.map((region) => [region.code, region]))

export type RegionOptions = {
  /** Whether the fictitious region of a demonstration is known too; a real installation doesn't know it. */
  readonly demo?: boolean
}
const codesFor = ({ demo = false }: RegionOptions) => (demo ? codes.demo : codes.real)

/** Every spelling that names a region, normalised, with the region's code. Finite, so that it can be compiled into SQL. */
export function regionAliases(options: RegionOptions = {}): readonly RegionAlias[] {
  return [...codesFor(options)].map(([alias, code]) => ({ alias, code }))
}

/** The region that a cell names by its two-digit code or by a name, official or usual; undefined where it names none. */
export function findRegion(text: string, options: RegionOptions = {}): Region | undefined {
  const code = codesFor(options).get(normaliseRegionName(text))
  return code === undefined ? undefined : byCode.get(code)
}
