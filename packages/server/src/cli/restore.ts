import { restoreBackup } from '../backup/index.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { startBar } from './terminal/bar.ts'
import { requireThere } from './paths.ts'
import { parse, UsageError } from './usage.ts'

/** `otklik restore DIR`: into an empty data directory (and empty databases, where they are one's own). */
export async function run(args: readonly string[]): Promise<number> {
  const [folder, ...more] = parse(args, {}, true).positionals
  if (folder === undefined || more.length > 0) throw new UsageError('Укажите одну папку с резервной копией.')
  await requireThere([folder])
  const config = readConfig(process.env)
  const bar = startBar(1, { sizes: true })
  try {
    const manifest = await restoreBackup({ config, log: createLog('silent'), report: bar.show }, folder)
    bar.stop()
    const rows = [...manifest.records, ...manifest.facts].reduce((sum, table) => sum + table.rows, 0)
    process.stderr.write(
      `Восстановлено на ${manifest.createdAt}: строк ${rows.toLocaleString('ru')}, журнал действий цел до записи ` +
        `${manifest.audit.seq}. Сеансы не восстанавливаются: войдите заново.\n`,
    )
    return 0
  } finally {
    bar.stop()
  }
}
