// Small files and short functions: where the code stands, and a stop at the limit for files. The limit for functions is
// the linter's, where a long one can be excused on the spot with a reason.
import { readFileSync } from 'node:fs'
import { filesUnder, isSource, isTest } from '../lib/files.mjs'
import { runWhenStarted } from '../lib/report.mjs'
import { ROOT } from '../lib/root.mjs'
import { lineAt, parse, walk } from '../lib/syntax.mjs'

const LIMIT = 300

/** Files that may be longer, each with the reason. */
const ALLOWED = {
  // 'packages/…/table.ts': 'one table of facts that is read top to bottom',
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * q)] ?? 0
const linesOf = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** The number of lines of every function in a file. */
function functionsOf(path, text) {
  const found = []
  walk(parse(path, text).program, (node) => {
    if (FUNCTIONS.has(node.type)) found.push(lineAt(text, node.end) - lineAt(text, node.start) + 1)
  })
  return found
}

function measure(path) {
  const text = readFileSync(`${ROOT}${path}`, 'utf8')
  return { path, lines: linesOf(text), functions: functionsOf(path, text) }
}

const figures = (name, values) =>
  `${name}: ${values.length}, median ${quantile(values, 0.5)} lines, p90 ${quantile(values, 0.9)}, longest ${quantile(values, 1)}`

export function check() {
  const files = ['packages', 'scripts', 'bench'].flatMap((folder) => filesUnder(folder, isSource)).map(measure)
  const code = files.filter(({ path }) => !isTest(path))
  const long = files.filter(({ lines }) => lines > LIMIT).map(({ path }) => path)
  return {
    problems: [
      ...long.filter((path) => !(path in ALLOWED)).map((path) => `${path}: more than ${LIMIT} lines`),
      ...Object.keys(ALLOWED)
        .filter((path) => !long.includes(path))
        .map((path) => `${path}: is listed as long without need`),
    ],
    summary: `${figures(
      'Files',
      code.map(({ lines }) => lines),
    )}; ${figures(
      'functions',
      code.flatMap((file) => file.functions),
    )}`,
  }
}

await runWhenStarted(import.meta.url, check)
