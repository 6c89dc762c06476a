import { printedChart } from './charts.ts'
import { type Part, readParts, writeParts } from './zip.ts'

/**
 * An office document whose bytes follow from its content alone: dates are those of the paper, random names of relations are
 * numbered, its parts and those of the workbooks within stand in order. Bars are hatched on the way, which the libraries
 * that write the charts cannot.
 */
export async function settled(document: Uint8Array, made: string): Promise<Uint8Array> {
  const names = new Map<string, string>()
  const parts = (await readParts(document)).toSorted((a, b) => order(a.path, b.path))
  const done: Part[] = []
  for (const part of parts) {
    if (part.path.endsWith('.xlsx')) done.push({ ...part, content: Buffer.from(await settled(part.content, made)) })
    else if (/\.(xml|rels)$/.test(part.path)) done.push(printedChart(textPart(part, made, names)))
    else done.push(part)
  }
  return writeParts(done)
}

/** The list of types comes first, as readers that guess by the first bytes expect. */
function order(a: string, b: string): number {
  const first = (path: string) => (path === '[Content_Types].xml' ? 0 : 1)
  return first(a) - first(b) || (a < b ? -1 : 1)
}

const RANDOM_NAME = /\brId[0-9a-z_-]{21}(?![0-9a-z_-])/g
const DATE = /(<dcterms:(created|modified)[^>]*>)[^<]*/g

function textPart(part: Part, made: string, names: Map<string, string>): Part {
  const text = part.content
    .toString('utf8')
    .replace(RANDOM_NAME, (name) => {
      const settledName = names.get(name) ?? `rIdA${names.size + 1}`
      names.set(name, settledName)
      return settledName
    })
    .replace(DATE, (_, open: string) => `${open}${new Date(made).toISOString()}`)
  return { ...part, content: Buffer.from(text, 'utf8') }
}
