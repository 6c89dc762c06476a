import {
  anyFieldsOf,
  choiceField,
  dayField,
  fieldOf,
  type Fields,
  InputError,
  neededField,
  shown,
} from '../../inputs/index.ts'
import { isMonth } from '../../months/index.ts'
import type { EffectInput, EffectMonth } from './effect.ts'

/** Reads the input of an effect; throws an input error that names what is wrong. */
export function readEffect(value: unknown): EffectInput {
  const fields = anyFieldsOf(value)
  const list = neededField(fields, 'months')
  if (!Array.isArray(list))
    throw new InputError('wrong_type', `Поле months: нужен список месяцев, а дано ${shown(list)}.`)
  const months = list.map((one: unknown, at) => readMonth(anyFieldsOf(one, `months[${at}].`)))
  const seen = new Set<string>()
  for (const { month } of months) {
    if (seen.has(month))
      throw new InputError('used_twice', `Поле months: месяц ${month} назван дважды. Сложите его числа в одну запись.`)
    seen.add(month)
  }
  return {
    done_on: dayField(fields, 'done_on'),
    better: choiceField(fields, 'better', ['less', 'more'], 'wrong_value'),
    months,
  }
}

function readMonth(fields: Fields): EffectMonth {
  const month = monthField(fields, 'month')
  const n = countField(fields, 'n')
  const x = countField(fields, 'x')
  if (x > n) throw new InputError('wrong_value', `Поле ${fields.path}x: из ${n} не может быть ${x}. Исправьте x или n.`)
  const channels = fieldOf(fields, 'channels')
  return { month, n, x, channels: channels === undefined ? null : readChannels(channels, `${fields.path}channels.`) }
}

function readChannels(value: unknown, path: string): Record<string, number> {
  const channels = anyFieldsOf(value, path)
  return Object.fromEntries(
    Object.keys(channels.values).map((name) => [
      name,
      countField(anyFieldsOf(channels.values[name], `${path}${name}.`), 'n'),
    ]),
  )
}

/** A month written YYYY-MM. */
export function monthField(fields: Fields, name: string): string {
  const value = neededField(fields, name)
  if (typeof value === 'string' && isMonth(value)) return value
  throw new InputError('bad_month', `Поле ${fields.path}${name}: нужен месяц вида ГГГГ-ММ, а дано ${shown(value)}.`)
}

/** A number of people, cases or weighted answers: not below 0. */
export function countField(fields: Fields, name: string): number {
  const value = neededField(fields, name)
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  throw new InputError('wrong_value', `Поле ${fields.path}${name}: нужно число не меньше 0, а дано ${shown(value)}.`)
}
