import { resolve } from 'node:path'
import { dayOf } from '@otklik/model/days'
import { defaultLimits } from '../reading/sources/source.ts'
import { withCheckStore } from '../trying/check-store.ts'
import { requireThere } from '../../cli/paths.ts'
import { receiptText } from './receipt.ts'
import { compareReplays } from './replaying/compare.ts'
import { keepReplay, readReplay } from './replaying/record.ts'
import { packagesIn, replayFolder } from './replaying/replay-folder.ts'
import { dayOption, parse, UsageError } from '../../cli/usage.ts'

const options = { date: { type: 'string' }, receipts: { type: 'boolean' } } as const

/**
 * `otklik replay FOLDER [--date D] [--receipts]`: checks every package of a folder and prints what changed against the
 * last time; 1 where something did.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const [given] = positionals
  if (given === undefined || positionals.length > 1) throw new UsageError('Нужна одна папка с пакетами.')
  // npm starts scripts in the folder of the project, whoever calls them.
  const folder = resolve(process.env.npm_lifecycle_event === 'replay' ? (process.env.INIT_CWD ?? '.') : '.', given)
  await requireThere([folder])
  if ((await packagesIn(folder)).length === 0) throw new UsageError(`В папке нет пакетов: ${folder}`)
  const before = await readReplay(folder)
  const date = dayOption('date', values.date)
  const now = await withCheckStore((ch) =>
    replayFolder(
      { ch, limits: defaultLimits },
      {
        folder,
        date,
        today: dayOf(new Date()),
        before,
        shown: (name, receipt) => {
          if (values.receipts) process.stdout.write(`${name}: ${receiptText(receipt)}\n\n`)
        },
      },
    ),
  )
  await keepReplay(folder, now)
  const { lines, changed } = compareReplays(before, now)
  process.stdout.write(`${lines.join('\n')}\n`)
  return changed ? 1 : 0
}
