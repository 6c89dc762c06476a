import type { Finder, Finding } from '../spans.ts'
import { type IsTown, parseAddress } from './parse.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Words after which an address is a person's own. */
const LIVES =
  /(?<!\p{L})(?:прожива[а-я]+|прописан[а-я]*|прописк[а-я]+|зарегистрирован[а-я]*|жив(?:у|[её]м|[её]т|ут)|адрес[а-я]*|мест[а-я]+ жительства|регистрации)(?:[\s:–-]|(?<=[\s:–-])(?:по|в|во|на|я|у|нас|мы|с|семьей|мой|мою|наш|моей|моего|адресу|прописки|регистрации|проживания|фактический|фактически|постоянно|сейчас|вместе|семьёй|детьми|ребенка|ребёнка|дома|заявителя|доставки|такой|следующий|россия|рф)(?=[\s:–-])){0,12}$/u
/** Before «по адресу»: what is found there is everybody's. */
const OFFICE =
  /(?<!\p{L})(?:мфц|офис|отдел|школ|сад|детсад|поликлиник|больниц|аптек|администраци|управлени|центр|филиал|суд|почт|банк|библиотек|загс|магазин|организаци|учреждени|находи|располож|при[её]м|ведомств|инспекци|фонд|остановк|площадк|яма|двор|дорог)[а-я]*[^.!?]{0,40}$/u

const MAY_HOLD = /кв|ком|адрес|прожив|пропис|жив|регистр|жительств/i
const STARTS: ReadonlySet<string> = new Set(['index', 'place', 'street', 'name', 'house', 'after'])

/**
 * Home addresses: with a flat, or after «проживаю», «адрес». An address of a house alone is most often that of an office,
 * a stop or a pit in the road, and stays. `isTown` tells whether a capitalised word may be a town.
 */
export const addresses =
  (isTown: IsTown): Finder =>
  (text) => {
    if (!MAY_HOLD.test(text)) return []
    const tokens = tokensOf(text)
    const found: Finding[] = []
    for (let at = 0; at < tokens.length; ) {
      const end = addressFrom(text, tokens, at, isTown)
      if (end > at) found.push({ kind: 'address', start: tokens[at]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 })
      at = Math.max(at + 1, end)
    }
    return found
  }

/** The token after an address that begins here and is a person's own; `at` where there is none. */
function addressFrom(text: string, tokens: readonly Token[], at: number, isTown: IsTown): number {
  const token = tokens[at]
  if (token === undefined) return at
  const bare = token.role === 'small' && isBareStreet(tokens, at)
  if (!bare && !STARTS.has(token.role)) return at
  const address = parseAddress(bare ? capitalised(tokens, at) : tokens, at, isTown)
  if (address === undefined) return at
  const { next, street, house, flat, place } = address
  if (flat && (street || house)) return next
  const enough = !bare && (street || (place && house))
  return enough && isHome(text.slice(Math.max(0, token.start - 90), token.start).toLowerCase()) ? next : at
}

/** Whether what stands before tells of somebody's home, and not of where an office is. */
function isHome(before: string): boolean {
  if (!LIVES.test(before)) return false
  return !(before.slice(-30).includes('адрес') && OFFICE.test(before))
}

/** «ленина 5 кв 12»: a street in small letters is known by the flat after its house. */
function isBareStreet(tokens: readonly Token[], at: number): boolean {
  const house = tokens[at + 1]?.role === 'house' ? at + 2 : at + 1
  return (
    (tokens[at]?.word.length ?? 0) > 3 &&
    tokens[house]?.role === 'number' &&
    tokens.slice(house + 1, house + 4).some(({ role }) => role === 'flat')
  )
}

/** As if the word here began with a capital: no more of the text than an address can be long. */
function capitalised(tokens: readonly Token[], at: number): Token[] {
  const near = tokens.slice(0, at + 30)
  const token = near[at]
  if (token !== undefined) near[at] = { ...token, role: 'name' }
  return near
}
