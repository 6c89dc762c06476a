import type { Span } from '../spans.ts'
import { continues, NUMBER_WORDS, valueOf } from './number-words.ts'

/** Digits that stand together, or a number in words, with what parts it from the piece before. */
export interface Piece extends Span {
  readonly digits: string
  /** What stands between it and the piece before; undefined at the beginning of a run. */
  readonly gap: string | undefined
}

const PIECE = new RegExp(String.raw`\d+|(?<!\p{L})(?:${NUMBER_WORDS})(?!\p{L})`, 'giu')

/** Words that people put between the groups of a number they dictate, and signs that part them. */
const FILLERS =
  'и|а|да|потом|дальше|далее|затем|после|ещ[её]|там|код|тел|телефон|номер|моб|тире|дефис|пробел|скобк[аи]|ну|плюс'
const GAP = new RegExp(String.raw`^(?:[\s–—()\[\]./,_*·•'"+-]|(?<!\p{L})(?:${FILLERS})(?!\p{L})){0,16}$`, 'iu')

/** Digits and words of numbers of a text, in runs whose pieces only spaces, signs and fillers part. */
export function runsOf(text: string): Piece[][] {
  const runs: Piece[][] = []
  let run: Piece[] = []
  for (const match of text.matchAll(PIECE)) {
    const last = run.at(-1)
    const gap = last && text.slice(last.end, match.index)
    const joined = gap !== undefined && gap.length <= 16 && !gap.includes('\n') && GAP.test(gap)
    if (!joined && run.length > 0) {
      runs.push(run)
      run = []
    }
    append(run, match, joined ? gap : undefined)
  }
  if (run.length > 0) runs.push(run)
  return runs
}

/** Adds a piece to a run; a word that goes on from the words before («девятьсот» «десять») joins their piece. */
function append(run: Piece[], match: RegExpExecArray, gap: string | undefined): void {
  const [written] = match
  const end = match.index + written.length
  const value = valueOf(written.toLowerCase())
  const last = run.at(-1)
  const said =
    value !== undefined && last !== undefined && /^[\s-]{1,3}$/.test(gap ?? '') && !/\d/.test(written)
      ? spoken.get(last)
      : undefined
  if (said !== undefined && value !== undefined && continues(said, value)) {
    const piece = { start: last?.start ?? match.index, end, digits: String(said + value), gap: last?.gap }
    spoken.set(piece, said + value)
    run[run.length - 1] = piece
    return
  }
  const piece = { start: match.index, end, digits: value === undefined ? written : String(value), gap }
  if (value !== undefined) spoken.set(piece, value)
  run.push(piece)
}

/** The values of pieces that stand in words. */
const spoken = new WeakMap<Piece, number>()
