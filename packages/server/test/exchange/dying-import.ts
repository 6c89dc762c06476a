import { importQueue } from '../../src/exchange/index.ts'
import { defaultLimits } from '../../src/exchange/reading/index.ts'
import { openClickHouse } from '../../src/platform/clickhouse/client.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openDatabase } from '../../src/platform/postgres/open.ts'
import { recountAll, recountStaged } from '../../src/progress/index.ts'

// A process that imports everything that waits and is killed while it judges the rows of one service, as by a package that
// outgrows the memory: nothing of its code hears of it.
const [databaseUrl = '', clickhouseUrl = '', database = '', dataDir = '', deadly = ''] = process.argv.slice(2)
const log = silentLog()
const { db, pool, close } = openDatabase(databaseUrl, log, 4)
const ch = openClickHouse(clickhouseUrl, database)
const registered = async (ids: readonly string[]): Promise<readonly string[]> => {
  if (ids.includes(deadly)) process.kill(process.pid, 'SIGKILL')
  return ids
}
const counting = { recount: () => recountStaged(ch), recountAll: () => recountAll(ch) }
const register = async () => undefined
await importQueue({ db, ch, log, dataDir, limits: defaultLimits, registered, ...counting, register }, pool).run()
await close()
await ch.close()
