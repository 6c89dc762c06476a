import { StartError } from './start-error.ts'

/**
 * Throws StartError when a step of a schema was made by a version that this one does not know: what came with it can
 * neither be read nor written rightly.
 */
export function refuseUnknownSteps(done: Iterable<string>, known: readonly { readonly name: string }[]): void {
  const names = new Set(known.map(({ name }) => name))
  const unknown = [...done].find((name) => !names.has(name))
  if (unknown === undefined) return
  throw new StartError(
    `Данные новее программы: в них есть шаг «${unknown}», которого эта версия не знает. Поставьте версию, которая вела эти данные, или более новую.`,
  )
}
