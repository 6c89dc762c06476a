import { takeBackup } from '../backup/index.ts'
import { readConfig } from '../platform/config.ts'
import { reachEngines } from '../platform/engines/attach.ts'
import { createLog } from '../platform/log.ts'
import { startBar } from './terminal/bar.ts'
import { parse, UsageError } from './usage.ts'

/** `otklik backup DIR`: of the installation on this data directory, with its server at work or without. */
export async function run(args: readonly string[]): Promise<number> {
  const [target, ...more] = parse(args, {}, true).positionals
  if (target === undefined || more.length > 0) throw new UsageError('Укажите одну новую папку для копии.')
  const config = readConfig(process.env)
  const engines = await reachEngines(config, createLog('silent'))
  const waiting = () => process.stderr.write('Копия начнётся, когда закончится приём, который сейчас идёт.\n')
  const bar = startBar(1, { sizes: true })
  try {
    const { files, records, facts } = await takeBackup({ config, engines, report: bar.show, waiting }, target)
    bar.stop()
    const rows = [...records, ...facts].reduce((sum, table) => sum + table.rows, 0)
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    process.stderr.write(
      `Резервная копия готова: ${target}. Файлов: ${files.length.toLocaleString('ru')}, строк: ${rows.toLocaleString('ru')}, ` +
        `${Math.ceil(bytes / 2 ** 20).toLocaleString('ru')} МБ. В ней лежат ключи: храните её, как саму установку.\n`,
    )
    return 0
  } finally {
    bar.stop()
    await engines.stop()
  }
}
