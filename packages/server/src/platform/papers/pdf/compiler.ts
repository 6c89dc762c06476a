import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper, RenderOptions } from '../paper.ts'
import { pdfData } from './data.ts'
import { charactersOf, printableIn } from './glyphs.ts'

const FACES = [
  '400Regular/PTSans_400Regular.ttf',
  '700Bold/PTSans_700Bold.ttf',
  '400Regular_Italic/PTSans_400Regular_Italic.ttf',
  '700Bold_Italic/PTSans_700Bold_Italic.ttf',
] as const
/** Exists nowhere: all that the compiler reads is given to it. */
const ROOT = process.platform === 'win32' ? 'C:/papers' : '/papers'

let kept: { readonly compiler: NodeCompiler; readonly printable: (text: string) => string } | undefined

/** One compiler for the thread: what it has learnt of the template and the fonts serves the next paper. */
function compilerOf(): NonNullable<typeof kept> {
  if (kept) return kept
  const fonts = FACES.map((face) =>
    readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/pt-sans/${face}`))),
  )
  const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: fonts }] })
  compiler.addSource(`${ROOT}/paper.typ`, readFileSync(new URL('paper.typ', import.meta.url), 'utf8'))
  const [regular] = fonts
  if (regular === undefined) throw new Error('the package of fonts has no regular face')
  kept = { compiler, printable: printableIn(charactersOf(regular)) }
  return kept
}

/** A paper as PDF/A-2a, or PDF/UA-1 for those who hear it; tagged, its fonts embedded. */
export function renderPdf(paper: Paper, { access = false }: RenderOptions = {}): Uint8Array {
  const { compiler, printable } = compilerOf()
  const { json, pictures } = pdfData(paper, printable)
  const files = [['paper.json', JSON.stringify(json)] as const, ...pictures]
  for (const [name, content] of files) compiler.mapShadow(`${ROOT}/${name}`, Buffer.from(content))
  try {
    const { result, diagnostics } = compiled(compiler)
    if (result === null) throw new Error(`Typst: ${diagnostics}`)
    return compiler.pdf(result, { pdfStandard: access ? 'ua-1' : 'a-2a' })
  } finally {
    for (const [name] of files) compiler.unmapShadow(`${ROOT}/${name}`)
    // What only this paper needed is let go after the next one.
    compiler.evictCache(1)
  }
}

function compiled(compiler: NodeCompiler) {
  const outcome = compiler.compile({ mainFilePath: `${ROOT}/paper.typ`, resetRead: true })
  const errors: NodeError | null = outcome.result === null ? outcome.takeDiagnostics() : null
  return { result: outcome.result, diagnostics: JSON.stringify(errors?.shortDiagnostics ?? []) }
}
