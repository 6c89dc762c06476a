import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { silentLog } from '../log.ts'
import { type Jobs, startJobs } from './jobs.ts'
import { jobKind } from './queues.ts'

const db = testDatabases()
const greet = jobKind<{ name: string }>('test.greet', { retryDelaySeconds: 1, concurrency: 2 })
const log = silentLog()

const running: Jobs[] = []
const start = async (): Promise<Jobs> => {
  const jobs = await startJobs({ databaseUrl: db.databaseUrl, kinds: [greet], log, alone: true })
  running.push(jobs)
  return jobs
}
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop()
})

const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !condition(); tries++) await sleep(50)
  expect(condition()).toBe(true)
}

test('a job exists if and only if its transaction is committed', async () => {
  const jobs = await start()
  const greeted: string[] = []
  await jobs.work(greet, async (job) => {
    greeted.push(job.data.name)
  })
  const undone = db.db.transaction().execute(async (tx) => {
    await jobs.enqueue(tx, greet, { name: 'никто' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await db.db.transaction().execute((tx) => jobs.enqueue(tx, greet, { name: 'Анна' }))
  await jobs.enqueue(db.db, greet, { name: 'Борис' })
  await until(() => greeted.length === 2)
  expect(greeted.sort()).toEqual(['Анна', 'Борис'])
})

test('a key is taken while its job waits', async () => {
  const jobs = await start()
  const later = new Date(Date.now() + 3_600_000)
  expect(await jobs.enqueue(db.db, greet, { name: 'раз' }, { key: 'k', startAfter: later })).toEqual(expect.any(String))
  expect(await jobs.enqueue(db.db, greet, { name: 'два' }, { key: 'k', startAfter: later })).toBeNull()
})

test('a failed job is tried again', async () => {
  const jobs = await start()
  const attempts: number[] = []
  await jobs.enqueue(db.db, greet, { name: 'упрямый' })
  await jobs.work(greet, async (job) => {
    attempts.push(job.attempt)
    if (attempts.length === 1) throw new Error('not yet')
  })
  await until(() => attempts.length === 2)
  expect(attempts).toEqual([0, 1])
})

test('stopping waits for the running job', async () => {
  const jobs = await start()
  let begun = false
  let done = false
  await jobs.work(greet, async () => {
    begun = true
    await sleep(500)
    done = true
  })
  await jobs.enqueue(db.db, greet, { name: 'долгий' })
  await until(() => begun)
  await jobs.stop()
  running.pop()
  expect(done).toBe(true)
})

test('the job of a killed server is done by the next one', async () => {
  await (await start()).stop()
  running.pop()
  const host = fileURLToPath(new URL('./jobs.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [host, db.databaseUrl, greet.name], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  child.kill('SIGKILL')
  const jobs = await start()
  const greeted: string[] = []
  await jobs.work(greet, async (job) => {
    greeted.push(job.data.name)
  })
  await until(() => greeted.includes('брошенный'))
})
