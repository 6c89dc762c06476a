import { type Part, readParts } from './parts/zip.ts'

/** The parts of an office document by their paths, texts as texts. */
export interface Office {
  readonly paths: readonly string[]
  text(path: string): string
  part(path: string): Buffer
}

export async function opened(document: Uint8Array): Promise<Office> {
  const parts = await readParts(document)
  const part = (path: string): Buffer => {
    const found = parts.find((one: Part) => one.path === path)
    if (!found) throw new Error(`no ${path} among ${parts.map((one) => one.path).join(', ')}`)
    return found.content
  }
  return { paths: parts.map(({ path }) => path), part, text: (path) => part(path).toString('utf8') }
}
