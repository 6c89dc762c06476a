import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './engines/lock.ts'
import { announceServer, findServer, withdrawServer } from './running.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-running-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a running server is found by those who may read its file, until it withdraws', () => {
  const running = announceServer(dir, 'http://localhost:8080')
  expect(running.token.length).toBeGreaterThan(40)
  expect(findServer(dir)).toEqual(running)
  expect(statSync(join(dir, 'server.json')).mode & 0o777).toBe(0o600)
  withdrawServer(dir)
  expect(findServer(dir)).toBeUndefined()
})

test('a file of a process that is no more, or of another one with its number, is not believed', () => {
  announceServer(dir, 'http://localhost:8080')
  const path = join(dir, 'server.json')
  const file = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...file, pid: deadPid() }))
  expect(findServer(dir)).toBeUndefined()
  if (process.platform === 'linux') {
    writeFileSync(path, JSON.stringify({ ...file, started: '1' }))
    expect(findServer(dir)).toBeUndefined()
  }
  writeFileSync(path, '{"url":')
  expect(findServer(dir)).toBeUndefined()
})

test('a lock is kept by the living and taken over from the dead', async () => {
  const path = join(dir, 'lock')
  const release = await takeLock(path)
  await expect(takeLock(path, 100)).rejects.toThrow(`занят процессом ${process.pid}`)
  release()
  writeFileSync(path, JSON.stringify({ pid: deadPid(), started: '1' }))
  const again = await takeLock(path, 100)
  again()
})

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}
