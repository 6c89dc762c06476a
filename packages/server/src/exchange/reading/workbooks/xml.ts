import { SaxesParser } from 'saxes'
import { FaultError } from '../faults/fault.ts'

export type Attributes = Readonly<Record<string, string>>
/** Told of elements by their names without prefixes, and of the text between them. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads a part of a workbook; what handlers gathered is asked for after each piece. Entities of its own it can't have. */
export async function* readXml<T>(
  pieces: AsyncIterable<Buffer>,
  handler: XmlHandler,
  gathered: () => readonly T[],
): AsyncGenerator<T, void> {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => handler.open?.(localName(name), attributes))
  parser.on('closetag', ({ name }) => handler.close?.(localName(name)))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('error', (error) => {
    throw new FaultError({ code: 'bad_workbook', reason: 'damaged_workbook' }, error)
  })
  const decoder = new TextDecoder()
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }))
    yield* gathered()
  }
  parser.write(decoder.decode()).close()
  yield* gathered()
}

/** Reads a whole part by handlers that keep what they find themselves. */
export async function readWhole(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(pieces, handler, () => []));
}
