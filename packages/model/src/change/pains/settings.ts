import { fieldOf, fieldsOf, InputError, shown } from '../../inputs/index.ts'
import { type PainSettings, USUAL_SETTINGS } from './types.ts'

/** Settings with those that are given in place of the usual ones; a name or value that fits none is refused. */
export function readSettings(value: unknown): PainSettings {
  if (value === undefined) return USUAL_SETTINGS
  const fields = fieldsOf(value, Object.keys(USUAL_SETTINGS), 'settings.')
  const { term_days, ...numbers } = USUAL_SETTINGS
  const given = Object.keys(numbers).map((name) => [name, numberOf(fieldOf(fields, name), `settings.${name}`)] as const)
  return {
    ...USUAL_SETTINGS,
    ...Object.fromEntries(given.filter(([, one]) => one !== undefined)),
    term_days: termsOf(fieldOf(fields, 'term_days'), term_days),
  }
}

/** By priority, or as a list from high to low. */
function termsOf(value: unknown, usual: PainSettings['term_days']): PainSettings['term_days'] {
  if (value === undefined) return usual
  const given = Array.isArray(value) ? { high: value[0], medium: value[1], low: value[2] } : value
  const fields = fieldsOf(given, Object.keys(usual), 'settings.term_days.')
  const days = (name: 'high' | 'medium' | 'low') =>
    numberOf(fieldOf(fields, name), `settings.term_days.${name}`) ?? usual[name]
  return { high: days('high'), medium: days('medium'), low: days('low') }
}

function numberOf(value: unknown, name: string): number | undefined {
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0)) return value
  throw new InputError('wrong_value', `Поле ${name}: нужно число не меньше 0, а дано ${shown(value)}.`)
}

/** What is wrong with settings that a person writes: limits that stand in the wrong order. By the field; none: nothing. */
export function settingsFaults(
  settings: PainSettings,
): { readonly field: keyof PainSettings; readonly message: string }[] {
  const { high_p, medium_p, negative_high, negative_medium, term_days } = settings
  const faults: [keyof PainSettings, boolean, string][] = [
    ['medium_p', medium_p >= high_p, 'Граница средней распространённости должна быть ниже границы высокой.'],
    ['negative_medium', negative_medium >= negative_high, 'Граница средней доли должна быть ниже границы высокой.'],
    [
      'term_days',
      term_days.high > term_days.medium || term_days.medium > term_days.low,
      'Чем выше приоритетность, тем короче должен быть срок.',
    ],
  ]
  return faults.filter(([, wrong]) => wrong).map(([field, , message]) => ({ field, message }))
}
