import { UsageError } from '../../cli/usage.ts'

/** `otklik appeals check …`, `otklik appeals metrics …` */
export async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'check') return (await import('./check.ts')).check(args)
  if (command === 'metrics') return (await import('./metrics.ts')).metrics(args)
  throw new UsageError('Напишите otklik appeals check ФАЙЛ или otklik appeals metrics ФАЙЛ --quarter ГГГГ-QN.')
}
