import { dayOf } from '@otklik/model/days'
import { checkFiles } from '../check.ts'
import { defaultLimits } from '../reading/sources/source.ts'
import { withCheckStore } from '../trying/check-store.ts'
import { startBar } from '../../cli/terminal/bar.ts'
import { requireThere, sizeOf } from '../../cli/paths.ts'
import { exitStatus, receiptJson, receiptText } from './receipt.ts'
import { dayOption, parse, UsageError } from '../../cli/usage.ts'

const options = {
  date: { type: 'string' },
  json: { type: 'boolean' },
  quarantine: { type: 'string' },
  xlsx: { type: 'boolean' },
} as const

/** `otklik check PATH… [--date D] [--json] [--quarantine DIR [--xlsx]]`: needs no installation; its store is thrown away. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals: paths } = parse(args, options, true)
  if (paths.length === 0) throw new UsageError('Не указано, что проверить.')
  if (values.xlsx && !values.quarantine) throw new UsageError('Параметру --xlsx нужна папка: --quarantine DIR.')
  await requireThere(paths)
  const date = dayOption('date', values.date) ?? dayOf(new Date())
  const bar = startBar(await sizeOf(paths))
  try {
    const receipt = await withCheckStore((ch) =>
      checkFiles(
        { ch, limits: defaultLimits },
        { paths, date, quarantine: values.quarantine, books: values.xlsx, report: bar.show },
      ),
    )
    bar.stop()
    process.stdout.write(`${values.json ? receiptJson(receipt) : receiptText(receipt)}\n`)
    return exitStatus(receipt)
  } finally {
    bar.stop()
  }
}
