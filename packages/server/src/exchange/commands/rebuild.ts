import { rebuild } from '../index.ts'
import { openInstallation } from '../../installation.ts'
import { readConfig } from '../../platform/config.ts'
import { createLog } from '../../platform/log.ts'
import { recount } from '../../surveys/index.ts'
import { findServer } from '../../platform/running.ts'
import { parse, UsageError } from '../../cli/usage.ts'

/** `otklik rebuild`: makes the store of figures again from the accepted packages. */
export async function run(args: readonly string[]): Promise<number> {
  parse(args, {})
  const config = readConfig(process.env)
  if (findServer(config.dataDir))
    throw new UsageError('Сначала остановите сервер: показатели собираются заново без него.')
  const installation = await openInstallation(config, createLog('warn'))
  try {
    const { packages, missing } = await rebuild(installation.exchange, installation.imports)
    if (missing.length > 0)
      throw new UsageError(
        `Нет файлов принятых пакетов, ничего не изменено. Верните папки: ${missing.slice(0, 10).join(', ')}.`,
      )
    const answers = await recount(installation)
    process.stderr.write(`Показатели собраны заново, пакетов: ${packages}, ответов на опросы: ${answers}.\n`)
    return 0
  } finally {
    await installation.close()
  }
}
