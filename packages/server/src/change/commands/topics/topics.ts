import { UsageError } from '../../../cli/usage.ts'
import { agree } from './agree.ts'
import { duplicates } from './duplicates.ts'
import { learn } from './learn.ts'
import { suggest } from './suggest.ts'

const actions: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  learn,
  suggest,
  duplicates,
  agree,
}

/** `otklik topics learn | suggest | duplicates | agree`; needs no installation. */
export async function run([word = '', ...args]: readonly string[]): Promise<number> {
  const action = Object.hasOwn(actions, word) ? actions[word] : undefined
  if (action === undefined)
    throw new UsageError(`Напишите otklik topics ${Object.keys(actions).join(', ')} и файлы, а дано «${word}».`)
  return action(args)
}
