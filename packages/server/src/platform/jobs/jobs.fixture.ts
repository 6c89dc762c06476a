import { silentLog } from '../log.ts'
import { openDatabase } from '../postgres/open.ts'
import { startJobs } from './jobs.ts'
import { jobKind } from './queues.ts'

/** A server that takes a job and never finishes it: to be killed. Arguments: database address, name of the queue. */
const [databaseUrl = '', name = ''] = process.argv.slice(2)
const kind = jobKind<{ name: string }>(name)
const jobs = await startJobs({ databaseUrl, kinds: [kind], log: silentLog() })
const { db } = openDatabase(databaseUrl, silentLog(), 2)
await jobs.enqueue(db, kind, { name: 'брошенный' })
await jobs.work(kind, async () => {
  process.stdout.write('begun\n')
  await new Promise(() => {})
})
