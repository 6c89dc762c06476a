import type { Span } from '../spans.ts'

/** What a word can be in an address. */
export type Role =
  | 'street'
  | 'place'
  | 'after'
  | 'house'
  | 'block'
  | 'flat'
  | 'number'
  | 'index'
  | 'name'
  | 'small'
  | 'preposition'

export interface Token extends Span {
  readonly word: string
  readonly role: Role
  /** What stands between it and the token before, at most. */
  readonly gap: string
}

const WORD = /[\p{L}\d]+(?:[/-][\p{L}\d]+)*/gu

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['index', /^\d{6}$/],
  ['name', /^\d+-(?:я|й|е|ая|ый|ой|ий|го|летия)$/u],
  ['number', /^\d{1,4}[а-яa-z]?(?:[/-]\d{1,4}[а-я]?)?(?:[/-][а-я])?$/u],
  [
    'street',
    /^(?:ул|улиц[аыеу]|улицей|пр|пр-?к?т|пр-т[аеу]?|просп|проспект[а-я]{0,2}|пер|переул[а-я]+|б-р|бул|бульвар[а-я]{0,2}|пл|площад[а-я]+|шоссе|ш|наб|набережн[а-я]+|проезд[а-я]{0,2}|пр-д|туп|тупик[а-я]{0,2}|мкр|мкрн|мкр-н|микрорайон[а-я]{0,2}|м-н|кв-л|квартал[а-я]{0,2}|снт|аллея|аллее|тракт)$/u,
  ],
  ['house', /^(?:д|дом|дома|доме|дому|домом|вл|владение)$/u],
  ['block', /^(?:к|корп|корпус[а-я]{0,2}|стр|строени[а-я]+|лит|литер[а-я]?|подъезд[а-я]{0,2}|под|эт|этаж[а-я]{0,2})$/u],
  ['flat', /^(?:кв|квартир[а-я]{1,3}|ком|комн|комнат[а-я]{1,2})$/u],
  [
    'place',
    /^(?:г|гор|город[а-я]{0,2}|пос|пос[её]л[а-я]+|п|пгт|рп|с|сел[оаеу]|дер|деревн[а-я]+|х|хутор[а-я]{0,2}|ст|ст-ц[аые]|станиц[а-я]+|аул[а-я]?)$/u,
  ],
  ['after', /^(?:обл|област[а-я]+|край|кра[яею]|респ|республик[а-я]+|р-н|р-на|район[а-я]{0,2}|округ[а-я]{0,2}|ао)$/u],
  ['preposition', /^(?:в|во|на|по)$/u],
]

function roleOf(written: string, word: string): Role {
  const known = ROLES.find(([, pattern]) => pattern.test(word))?.[0]
  return known ?? (/^\p{Lu}/u.test(written) ? 'name' : 'small')
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of text.matchAll(WORD)) {
    const [written] = match
    const word = written.toLowerCase()
    const gap = text.slice(Math.max(last, match.index - 8), match.index)
    tokens.push({ word, role: roleOf(written, word), gap, start: match.index, end: match.index + written.length })
    last = match.index + written.length
  }
  return tokens
}
