import { cellSpaces } from '@otklik/model/exchange'
import { unseenCharacters } from '@otklik/model/letters'
import type { Chunk } from '../reading.ts'

/** What a chunk may hold that most files never do, so that nearly every file is spared looking for it cell by cell. */
export interface Oddities {
  /** Characters that nobody sees, or signs over a letter written apart from it. */
  readonly unseen: boolean
  /** Spaces around cells other than the plain one (`cellSpaces`). */
  readonly spaces: boolean
  /** Texts that may be damaged, or have marks around them that only a spreadsheet needs. */
  readonly text: boolean
  /** A space anywhere, plain or other. */
  readonly spaced: boolean
}
type Oddity = 'unseen' | 'spaces' | 'text'

/** First bytes in UTF-8 of Latin letters with signs, and of signs over letters that are written apart from them. */
const [LATIN_LEAD, MARK_LEAD] = [0xc3, 0xcc]
const [APOSTROPHE, SHARP, SPACE] = [0x27, 0x23, 0x20]

/** Single characters that are looked for; an ASCII one is none of them. */
const characters: readonly (readonly [oddity: Oddity, texts: readonly string[]])[] = [
  ['spaces', cellSpaces.filter((space) => space > '\x7F')],
  ['unseen', unseenCharacters],
  // Halves of the commonest letters in UTF-8 that was read as Windows-1251 (а, е, т), and what stands for a lost letter.
  ['text', ['°', 'µ', '‚', '\uFFFD']],
]
interface Needle {
  readonly oddity: Oddity
  /** In UTF-8, after the first byte. */
  readonly rest: Buffer
}
const needles = characters.flatMap(([oddity, texts]) =>
  texts.map((text) => ({ oddity, lead: Buffer.from(text)[0] ?? 0, rest: Buffer.from(text).subarray(1) })),
)
/** By their first bytes: «№» and dashes share theirs with some, so that each place is looked at once for all of them. */
const byLead: ReadonlyMap<number, readonly Needle[]> = Map.groupBy(needles, ({ lead }) => lead)

/** A few quick looks at the bytes of a chunk. An escaped body writes tabs and line breaks of cells with a backslash. */
export function oddities(body: Buffer, form: Chunk['form'], delimiter: Chunk['delimiter']): Oddities {
  const found = new Set<Oddity>()
  for (const [lead, some] of byLead) findAfter(body, lead, some, found)
  const spaces =
    found.has('spaces') || (form === 'escaped' ? body.includes('\\') : delimiter !== '\t' && body.includes('\t'))
  return {
    unseen: found.has('unseen') || body.includes(MARK_LEAD),
    spaces,
    spaced: spaces || body.includes(SPACE),
    text:
      found.has('text') ||
      [LATIN_LEAD, APOSTROPHE, SHARP].some((byte) => body.includes(byte)) ||
      body.includes('??') ||
      (form === 'escaped' && body.includes('="')),
  }
}

function findAfter(body: Buffer, lead: number, some: readonly Needle[], found: Set<Oddity>): void {
  let wanted = some.filter(({ oddity }) => !found.has(oddity))
  for (let at = body.indexOf(lead); at >= 0 && wanted.length > 0; at = body.indexOf(lead, at + 1)) {
    const hit = wanted.find(({ rest }) => stands(body, at + 1, rest))
    if (!hit) continue
    found.add(hit.oddity)
    wanted = wanted.filter(({ oddity }) => oddity !== hit.oddity)
  }
}

function stands(body: Buffer, at: number, bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if (body[at + i] !== bytes[i]) return false
  return true
}
