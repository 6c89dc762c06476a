// Writes the pages and parts of pages that are made from the code; with --check writes nothing and fails where the
// files differ from what the code says. A generator is an ordinary exported function of the code that returns text.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { useCarriedNode } from './lib/carried-node.mjs'
import { ROOT } from './lib/root.mjs'

await useCarriedNode()

/**
 * `file` takes the text of `make` in whole, or, with `section`, between the lines `<!-- generated:section -->` and
 * `<!-- /generated:section -->`. `module` exports the function named `make`, which returns text or an object.
 */
const FORMAT = { file: 'docs/exchange-format.md', module: 'scripts/pages/exchange-format.mjs' }
const CALCULATIONS = { file: 'docs/calculations.md', module: 'scripts/pages/appeals.mjs' }
const GENERATORS = [
  { file: 'docs/openapi.json', module: 'packages/server/src/platform/http/openapi.ts', make: 'openApiDocument' },
  { ...FORMAT, section: 'columns', make: 'columnsPage' },
  { ...FORMAT, section: 'codes', make: 'codesPage' },
  { ...FORMAT, section: 'statuses', make: 'statusesPage' },
  {
    file: 'docs/schema-steps.txt',
    module: 'packages/server/test/upgrade/released-steps.ts',
    make: 'releasedStepsPage',
  },
  { ...CALCULATIONS, section: 'term-rules', make: 'termRules' },
  { ...CALCULATIONS, section: 'appeal-columns', make: 'appealColumns' },
  { ...CALCULATIONS, section: 'appeal-codes', make: 'appealCodes' },
  { file: 'docs/states.md', module: 'scripts/pages/states.mjs', make: 'statesPage' },
  { file: 'docs/operations.md', section: 'settings', module: 'scripts/pages/settings.mjs', make: 'settingsTable' },
]

const asText = (value) => `${(typeof value === 'string' ? value : JSON.stringify(value, null, 2)).trimEnd()}\n`

function withSection(current, name, text) {
  const [open, close] = [`<!-- generated:${name} -->\n`, `<!-- /generated:${name} -->`]
  const [start, end] = [current.indexOf(open), current.indexOf(close)]
  if (start < 0 || end < start) throw new Error(`the marks of the part "${name}" are missing`)
  return `${current.slice(0, start)}${open}\n${text}\n${current.slice(end)}`
}

async function wanted({ file, section, module, make }) {
  const { [make]: generator } = await import(pathToFileURL(`${ROOT}${module}`).href)
  if (typeof generator !== 'function') throw new Error(`${module} exports no function ${make}`)
  const text = asText(await generator())
  const current = existsSync(`${ROOT}${file}`) ? readFileSync(`${ROOT}${file}`, 'utf8') : ''
  return { current, text: section === undefined ? text : withSection(current, section, text) }
}

/** Runs every generator in turn; returns a sentence per file that differs (and writes it unless `checkOnly`). */
async function generate({ checkOnly }) {
  const problems = []
  for (const generator of GENERATORS) {
    const name = [generator.file, generator.section].filter(Boolean).join(', part ')
    try {
      const { current, text } = await wanted(generator)
      if (current === text) continue
      if (checkOnly) problems.push(`${name}: differs from the code; run "npm run generate" and commit the result`)
      else writeFileSync(`${ROOT}${generator.file}`, text)
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return problems
}

const problems = await generate({ checkOnly: process.argv.includes('--check') })
for (const problem of problems) console.error(problem)
console.log(`Generated pages: ${GENERATORS.length} parts, ${problems.length} problem(s).`)
process.exitCode = problems.length === 0 ? 0 : 1
