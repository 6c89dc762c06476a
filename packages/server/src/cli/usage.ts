import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { isDay } from '@otklik/model/days'
import { isMonth } from '@otklik/model/months'

/** Wrong usage; the message is a Russian sentence. */
export class UsageError extends Error {}

/** Options and paths of a command; an unknown option is wrong usage. */
export function parse<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T, allowPositionals = false) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true })
  } catch (error) {
    throw new UsageError(`Не понял параметры: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A day that exists, ISO; otherwise wrong usage. */
export function dayOption(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (!isDay(text)) throw new UsageError(`Параметр --${name}: нужен день вида ГГГГ-ММ-ДД, а дано «${text}».`)
  return text
}

export function monthOption(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (!isMonth(text)) throw new UsageError(`Параметр --${name}: нужен месяц вида ГГГГ-ММ, а дано «${text}».`)
  return text
}

/** A whole number within the bounds, both included. */
export function wholeOption(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (/^\d{1,9}$/.test(text) && value >= min && value <= max) return value
  throw new UsageError(`Параметр --${name}: нужно целое число от ${min} до ${max}, а дано «${text}».`)
}

export function oneOf<T extends string>(name: string, text: string | undefined, words: readonly T[], fallback: T): T {
  if (text === undefined) return fallback
  const found = words.find((word) => word === text)
  if (!found) throw new UsageError(`Параметр --${name}: нужно одно из ${words.join(', ')}, а дано «${text}».`)
  return found
}

export function required(name: string, text: string | undefined): string {
  if (text === undefined || text === '') throw new UsageError(`Не указан обязательный параметр --${name}.`)
  return text
}
