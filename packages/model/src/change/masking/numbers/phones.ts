import { type Finder, type Finding, Surroundings } from '../spans.ts'
import { belongsToCase, named } from './context.ts'
import { type Piece, runsOf } from './phone-pieces.ts'

const CALL = named(
  'тел|телефон\\p{L}*|моб|мобильн\\p{L}*|сотов\\p{L}*|звон\\p{L}*|позвон\\p{L}*|перезвон\\p{L}*|дозвон\\p{L}*|набра\\p{L}*|набер\\p{L}*|связ\\p{L}*' +
    '|whatsapp|ватсап\\p{L}*|вотсап\\p{L}*|вацап\\p{L}*|viber|вайбер\\p{L}*|телеграм\\p{L}*|смс|sms|контакт\\p{L}*|домашн\\p{L}*|трубк\\p{L}*|т(?=\\.)',
)
const MOST_DIGITS = 15

/** Phone numbers in all spellings: with and without signs, with words between the digits and instead of them. */
export const phones: Finder = (text) => runsOf(text).flatMap((run) => inRun(text, run))

function inRun(text: string, run: readonly Piece[]): Finding[] {
  const found: Finding[] = []
  for (let at = 0; at < run.length; ) {
    const taken = longestFrom(text, run, at)
    if (taken === 0) at++
    else {
      found.push(findingOf(text, run.slice(at, at + taken)))
      at += taken
    }
  }
  return found
}

/** How many pieces from here on make a phone number: as many as can; 0 where none do. */
function longestFrom(text: string, run: readonly Piece[], at: number): number {
  let digits = ''
  let longest = 0
  for (let count = 1; at + count <= run.length; count++) {
    digits += run[at + count - 1]?.digits ?? ''
    if (digits.length > MOST_DIGITS) break
    if (digits.length >= 5 && isPhone(text, run.slice(at, at + count), digits)) longest = count
  }
  return longest
}

function isPhone(text: string, pieces: readonly Piece[], digits: string): boolean {
  const first = pieces[0]
  if (first === undefined) return false
  const around = new Surroundings(text, first.start, first.end)
  if (around.sign === '+') return digits.length >= 10 && !isFree(digits)
  if (digits.length === 11) return isNational(pieces, digits, around)
  if (digits.length === 10) return isWithoutEight(pieces, digits, around)
  return digits.length <= 7 && isLocal(pieces, digits, around)
}

const isFree = (digits: string): boolean => /^[78]80[04]/.test(digits)

/** Eleven digits from 8 or 7: a mobile code, or a code of a town parted off or called a phone. */
function isNational(pieces: readonly Piece[], digits: string, around: Surroundings): boolean {
  if (!/^[78][3489]/.test(digits) || isFree(digits)) return false
  const whole = pieces.length === 1
  if (whole && belongsToCase(around.before)) return false
  if (digits[1] === '9') return whole || evenlyParted(pieces) || CALL.test(around.before)
  return whole || CALL.test(around.before) || (dialled(pieces) && evenlyParted(pieces))
}

/** Ten digits: a mobile number without its 8, or a code of a town in brackets with the number in the town. */
function isWithoutEight(pieces: readonly Piece[], digits: string, around: Surroundings): boolean {
  const opened = around.sign === '('
  if (!/^[3489]/.test(digits) || (!opened && belongsToCase(around.before))) return false
  const grouped = pieces.length === 1 || (pieces[0]?.digits.length === 3 && evenlyParted(pieces))
  if (digits.startsWith('9') && grouped) return true
  return (opened || CALL.test(around.before)) && (pieces.length > 1 || digits.startsWith('9'))
}

/** A number within a town, only where it is called a phone: 32-15-44, 2-15-44, 321544. */
function isLocal(pieces: readonly Piece[], digits: string, around: Surroundings): boolean {
  const sizes = pieces.map((piece) => piece.digits.length).join('')
  if (!/^(?:[567]|[1-4]{2,4})$/.test(sizes) || /^0|^(?:19|20)\d{3}$/.test(digits)) return false
  const dashed = pieces.slice(1).every(({ gap }) => gap !== undefined && /^\s?[–-]?\s?$/.test(gap))
  return dashed && CALL.test(around.before)
}

/** Not a list of numbers: nothing stands between that would part sentences or items. */
const evenlyParted = (pieces: readonly Piece[]): boolean =>
  pieces.slice(1).every(({ gap }) => gap !== undefined && !/[,;:]\s|\.\s|\//.test(gap)) &&
  pieces.slice(1).every(({ digits }) => digits.length <= 10)

/** Groups as numbers of towns are written: 8 (4722) 32-15-44, 8-4722-32-15-44, 8 47241 5-12-34. */
const dialled = (pieces: readonly Piece[]): boolean =>
  pieces[0]?.digits.length === 1 && /^[345]$/.test(String(pieces[1]?.digits.length ?? 0))

/** With the plus or the bracket that the number begins with. */
function findingOf(text: string, pieces: readonly Piece[]): Finding {
  const first = pieces[0]?.start ?? 0
  const end = pieces.at(-1)?.end ?? first
  const opening = /(?:\+\s?)?\(?$/.exec(text.slice(Math.max(0, first - 3), first))?.[0] ?? ''
  return { kind: 'phone', start: first - opening.length, end }
}
