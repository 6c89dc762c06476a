import { cellSpaces } from '@otklik/model/exchange'
import { unseenCharacters } from '@otklik/model/letters'
import type { Chunk } from '../reading.ts'

const [NBSP_LEAD, LATIN_LEAD, MARK_LEAD, GENERAL_LEAD, SPECIAL_LEAD] = [0xc2, 0xc3, 0xcc, 0xe2, 0xef]
const [APOSTROPHE, SHARP, SPACE] = [0x27, 0x23, 0x20]

const utf8 = (texts: readonly string[]): Buffer[] => texts.map((text) => Buffer.from(text))
/** Spaces beyond ASCII. */
const wideSpaces = utf8(cellSpaces.filter((space) => space > '\x7F'))
const unseen = utf8(unseenCharacters)
/** Halves of the commonest letters in UTF-8 that was read as Windows-1251 (а, е, т), and what stands for a lost letter. */
const damages = utf8(['°', 'µ', '‚', '\uFFFD'])

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

/** A few quick looks at the bytes of a chunk. An escaped body writes tabs and line breaks of cells with a backslash. */
export function oddities(body: Buffer, form: Chunk['form'], delimiter: Chunk['delimiter']): Oddities {
  const leads = [NBSP_LEAD, GENERAL_LEAD, SPECIAL_LEAD].some((lead) => body.includes(lead))
  const any = (needles: readonly Buffer[]): boolean => leads && needles.some((needle) => body.includes(needle))
  const spaces =
    (form === 'escaped' ? body.includes('\\') : delimiter !== '\t' && body.includes('\t')) || any(wideSpaces)
  return {
    unseen: body.includes(MARK_LEAD) || any(unseen),
    spaces,
    spaced: spaces || body.includes(SPACE),
    text:
      [LATIN_LEAD, APOSTROPHE, SHARP].some((byte) => body.includes(byte)) ||
      body.includes('??') ||
      (form === 'escaped' && body.includes('="')) ||
      any(damages),
  }
}
