import { UsageError } from '../../../cli/usage.ts'

const actions: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  compute: async () => (await import('./compute.ts')).compute,
  effect: async () => (await import('./effect.ts')).effect,
  propose: async () => (await import('./propose.ts')).propose,
  table: async () => (await import('./table.ts')).table,
}

/** `otklik pains compute | effect | propose | table`; needs no installation. */
export async function run([word = '', ...args]: readonly string[]): Promise<number> {
  const action = Object.hasOwn(actions, word) ? actions[word] : undefined
  if (action === undefined)
    throw new UsageError(`Напишите otklik pains ${Object.keys(actions).join(', ')} и файл, а дано «${word}».`)
  return (await action())(args)
}
