import { type HeadsFile, headLine, type NotedHead } from './heads.ts'

/** What of the heads in a file is not as it was written. */
export interface HeadsFaults {
  readonly missing: boolean
  /** Numbers of lines that are no heads, but for those that a power cut broke off. */
  readonly broken: readonly number[]
  /** What the database has noted and the file has not. */
  readonly lacking: readonly NotedHead[]
}

/**
 * Compares a file of heads with those that the database keeps. A line that was broken off is no fault when it is the
 * beginning of a head that is known: the note was made in the database before.
 */
export function compareHeads(file: HeadsFile, kept: readonly NotedHead[]): HeadsFaults {
  const lines = new Set(file.heads.map(headLine))
  const lacking = kept.filter((head) => !lines.has(headLine(head)))
  const cut = file.broken.filter(({ text }) => lacking.some((head) => headLine(head).startsWith(text)))
  return {
    missing: file.missing,
    broken: file.broken.filter((one) => !cut.includes(one)).map(({ line }) => line),
    lacking: lacking.filter((head) => !cut.some(({ text }) => headLine(head).startsWith(text))),
  }
}

export const areWhole = ({ missing, broken, lacking }: HeadsFaults): boolean =>
  !missing && broken.length === 0 && lacking.length === 0

/** All that was noted, by the file or by the database, each once. */
export function unitedHeads(file: HeadsFile, kept: readonly NotedHead[]): NotedHead[] {
  const byLine = new Map([...file.heads, ...kept].map((head) => [headLine(head), head]))
  return [...byLine.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq))
}
