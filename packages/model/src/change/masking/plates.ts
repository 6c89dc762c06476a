import { byRule, type Finder } from './spans.ts'
import { named } from './numbers/context.ts'

/** The letters of plates: those that look alike in both alphabets. */
const LETTER = '[АВЕКМНОРСТУХABEKMHOPCTYX]'
const REGION = String.raw`\d{2,3}(?:\s?(?:rus|рус))?(?![\p{L}\d])`
const CAR = named(
  'машин|авто|автомобил|номер|госномер|гос|рег|грз|тачк|такси|мотоцикл|прицеп|мопед|ваз|лад[аыуе]|джип|грузовик',
)

const close = (match: string): boolean => !/\s/.test(match)
const shouted = (match: string): boolean => /^[А-ЯA-Z]/.test(match) && /\d\s?[А-ЯA-Z]{2}/.test(match)

/** Plates of cars, motorcycles, trailers and taxis: as on the car, in one run, or called so. */
export const plates: readonly Finder[] = [
  byRule({
    kind: 'plate',
    pattern: new RegExp(String.raw`(?<![\p{L}\d])${LETTER}\s?\d{3}\s?${LETTER}{2}[\s|/]?${REGION}`, 'giu'),
    accepts: (match, { before }) => close(match) || shouted(match) || CAR.test(before),
  }),
  byRule({
    kind: 'plate',
    pattern: new RegExp(String.raw`(?<![\p{L}\d])(?:${LETTER}{2}\s?\d{3,4}|\d{4}\s?${LETTER}{2})\s?${REGION}`, 'giu'),
    accepts: (_, { before }) => CAR.test(before),
  }),
  byRule({
    kind: 'plate',
    pattern: new RegExp(String.raw`(?<![\p{L}\d])${LETTER}\s?\d{3}\s?${LETTER}{2}(?![\p{L}\d])`, 'giu'),
    accepts: (_, { before }) => CAR.test(before),
  }),
]
