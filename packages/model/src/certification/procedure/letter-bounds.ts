import { fieldsOf, InputError, neededField, shown } from '../../inputs/index.ts'
import { type Letter, LETTERS } from '../kinds.ts'
import { readLetter } from '../letters.ts'

/**
 * From which share of the points a letter is given, the best letter first. The Методика that sets the bounds is the
 * user's: none are brought along.
 */
export type LetterBounds = readonly { readonly letter: Letter; readonly from: number }[]

/** Reads a table `[{"letter","from"}]`, percent with at most two decimals; throws InputError with the first fault. */
export function readLetterBounds(value: unknown): LetterBounds {
  if (!Array.isArray(value))
    throw new InputError('wrong_type', `Нужен список букв с границами, а дано ${shown(value)}.`)
  const bounds = value.map((row, at) => {
    const path = `${at + 1}.`
    const fields = fieldsOf(row, ['letter', 'from'], path)
    return {
      letter: readLetter(neededField(fields, 'letter'), `${path}letter`),
      from: readShare(neededField(fields, 'from'), `${path}from`),
    }
  })
  const letters = bounds.map(({ letter }) => letter)
  if (letters.join() !== LETTERS.join())
    throw new InputError('bad_bounds', `Нужны все буквы по одному разу от лучшей: ${LETTERS.join(', ')}.`)
  const flat = bounds.find(({ from }, at) => at > 0 && from >= (bounds[at - 1]?.from ?? 0))
  if (flat !== undefined)
    throw new InputError('bad_bounds', `Граница буквы «${flat.letter}» не ниже границы буквы перед ней. Уменьшите её.`)
  if (bounds.at(-1)?.from !== 0) throw new InputError('bad_bounds', 'Граница последней буквы – 0 %.')
  return bounds
}

function readShare(value: unknown, field: string): number {
  const fits = typeof value === 'number' && value >= 0 && value <= 100 && hundredths(value) / 100 === value
  if (!fits)
    throw new InputError(
      'bad_share',
      `Поле ${field}: нужны проценты от 0 до 100 не более чем с двумя знаками, а дано ${shown(value)}.`,
    )
  return value
}

const hundredths = (percent: number): number => Math.round(percent * 100)

/**
 * The letter for points out of the most there could be, both whole and the second above 0; compared exactly, a share that
 * is the bound itself has reached it.
 */
export function letterFor(earned: number, most: number, bounds: LetterBounds): Letter {
  if (!(most > 0 && earned >= 0 && earned <= most)) throw new RangeError(`no share of ${earned} in ${most}`)
  const found = bounds.find(({ from }) => earned * 10_000 >= hundredths(from) * most)
  return found?.letter ?? 'Г'
}
