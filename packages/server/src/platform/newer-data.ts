import { StartError } from './start-error.ts'

/**
 * Throws StartError if the schema has migrations that this version does not know: the data belong to a newer version, and
 * this one could read or write them wrongly.
 */
export function refuseUnknownSteps(done: Iterable<string>, known: readonly { readonly name: string }[]): void {
  const names = new Set(known.map(({ name }) => name))
  const unknown = [...done].find((name) => !names.has(name))
  if (unknown === undefined) return
  throw new StartError(
    `Данные новее программы: в них есть шаг «${unknown}», которого эта версия не знает. Поставьте версию, которая вела эти данные, или более новую.`,
  )
}
