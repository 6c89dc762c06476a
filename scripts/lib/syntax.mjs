import { parseSync } from 'vite'

const LANGUAGES = { ts: 'ts', tsx: 'tsx', mjs: 'js' }

/** Parses a source file; throws with the parser's first message where it can't be read. */
export function parse(path, text) {
  const parsed = parseSync(path, text, { lang: LANGUAGES[path.split('.').at(-1)], sourceType: 'module' })
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0].message}`)
  return parsed
}

/** The line (1 = first) on which the character at `offset` stands. */
export const lineAt = (text, offset) => text.slice(0, offset).split('\n').length

/** Calls `visit(node)` for every node of a syntax tree, parents first. */
export function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit)
    return
  }
  if (node === null || typeof node !== 'object' || typeof node.type !== 'string') return
  visit(node)
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit)
}

/**
 * The modules that a file imports, re-exports or loads: `{ specifier, line, typeOnly }` in the order of the text.
 * `typeOnly` is true where nothing is left of the import when it runs.
 */
export function importsOf(path, text) {
  const found = []
  const add = (source, node, typeOnly) => {
    if (source?.type === 'Literal' && typeof source.value === 'string') {
      found.push({ specifier: source.value, line: lineAt(text, node.start), typeOnly })
    }
  }
  walk(parse(path, text).program, (node) => {
    if (node.type === 'ImportDeclaration') add(node.source, node, node.importKind === 'type')
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') {
      add(node.source, node, node.exportKind === 'type')
    }
    if (node.type === 'ImportExpression') add(node.source, node, false)
    if (node.type === 'TSImportType') add(node.source ?? node.argument, node, true)
  })
  return found
}
