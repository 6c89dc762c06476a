// Small files and short functions: the figures, and a stop at the limits. The linter holds the same limits for
// functions; here they are counted, so that one sees where the code stands before a limit is met.
import { readFileSync } from 'node:fs'
import { filesUnder, isSource, isTest } from '../lib/files.mjs'
import { runWhenStarted } from '../lib/report.mjs'
import { ROOT } from '../lib/root.mjs'
import { lineAt, parse, walk } from '../lib/syntax.mjs'

const LIMITS = { file: 300, function: 60, component: 100 }

/** Files that may be longer, each with the reason. */
const ALLOWED = {
  // 'packages/…/table.ts': 'one table of facts that is read top to bottom',
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * q)] ?? 0
const linesOf = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** The lines of every function in a file: `{ line, lines }`. */
function functionsOf(path, text) {
  const found = []
  walk(parse(path, text).program, (node) => {
    if (!FUNCTIONS.has(node.type)) return
    const line = lineAt(text, node.start)
    found.push({ line, lines: lineAt(text, node.end) - line + 1 })
  })
  return found
}

function measure(path) {
  const text = readFileSync(`${ROOT}${path}`, 'utf8')
  return { path, lines: linesOf(text), functions: functionsOf(path, text) }
}

function problemsOf({ path, lines, functions }) {
  const limit = path.endsWith('.tsx') ? LIMITS.component : LIMITS.function
  const long = functions.filter((fn) => fn.lines > limit)
  return [
    ...(lines > LIMITS.file && !(path in ALLOWED) ? [`${path}: ${lines} lines, ${LIMITS.file} at most`] : []),
    ...long.map((fn) => `${path}:${fn.line}: a function of ${fn.lines} lines, ${limit} at most`),
  ]
}

const figures = (name, values) =>
  `${name}: ${values.length}, median ${quantile(values, 0.5)} lines, p90 ${quantile(values, 0.9)}, longest ${quantile(values, 1)}`

export function check() {
  const all = ['packages', 'scripts', 'bench'].flatMap((folder) => filesUnder(folder, isSource)).map(measure)
  const code = all.filter(({ path }) => !isTest(path))
  const listed = Object.keys(ALLOWED)
  const stale = listed.filter((path) => !all.some((file) => file.path === path && file.lines > LIMITS.file))
  return {
    problems: [
      ...code.flatMap(problemsOf),
      ...all
        .filter(({ path, lines }) => isTest(path) && lines > LIMITS.file && !(path in ALLOWED))
        .map(({ path, lines }) => `${path}: ${lines} lines, ${LIMITS.file} at most`),
      ...stale.map((path) => `${path}: is listed as long without need`),
    ],
    summary: [
      figures(
        'Files',
        code.map(({ lines }) => lines),
      ),
      figures(
        'functions',
        code.flatMap(({ functions }) => functions.map((fn) => fn.lines)),
      ),
    ].join('; '),
  }
}

await runWhenStarted(import.meta.url, check)
