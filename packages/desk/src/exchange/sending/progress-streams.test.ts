import { PROBLEM_EVENT } from '@otklik/model/api'
import { PROGRESS_EVENT } from '@otklik/model/exchange/api'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchProgress } from './progress-streams.ts'

class FakeSource {
  static readonly CLOSED = 2
  static opened: FakeSource[] = []
  readonly url: string
  readyState = 1
  readonly listeners = new Map<string, (event: { data: string }) => void>()
  onerror: (() => void) | null = null

  constructor(url: string) {
    this.url = url
    FakeSource.opened.push(this)
  }
  addEventListener(name: string, listener: (event: { data: string }) => void): void {
    this.listeners.set(name, listener)
  }
  close(): void {
    this.readyState = FakeSource.CLOSED
  }
  say(phase: string): void {
    this.listeners.get(PROGRESS_EVENT)?.({ data: JSON.stringify({ phase }) })
  }
  fail(): void {
    this.listeners.get(PROBLEM_EVENT)?.({ data: JSON.stringify({ code: 'sign_in_first' }) })
  }
}

const openNow = () => FakeSource.opened.filter(({ readyState }) => readyState === 1).map(({ url }) => url)
const watcher = () => ({ told: vi.fn(), ended: vi.fn() })

beforeEach(() => {
  FakeSource.opened = []
  vi.stubGlobal('EventSource', FakeSource)
})
afterEach(() => vi.unstubAllGlobals())

test('two streams at most, the next when one ends, one for all who watch the same package', () => {
  const [first, again, second, third] = [watcher(), watcher(), watcher(), watcher()]
  const stops = [watchProgress(1, first), watchProgress(1, again), watchProgress(2, second), watchProgress(3, third)]
  expect(openNow()).toEqual(['/api/packages/1/progress', '/api/packages/2/progress'])
  FakeSource.opened[0]?.say('reading')
  expect(first.told).toHaveBeenCalledWith({ phase: 'reading' })
  expect(again.told).toHaveBeenCalledTimes(1)
  FakeSource.opened[0]?.say('done')
  expect([first.ended, again.ended, third.ended].map((ended) => ended.mock.calls.length)).toEqual([1, 1, 0])
  expect(openNow()).toEqual(['/api/packages/2/progress', '/api/packages/3/progress'])
  for (const stop of stops) stop()
  expect(openNow()).toEqual([])
})

test('a refused stream ends, a broken line does not', () => {
  const watching = watcher()
  const stop = watchProgress(7, watching)
  const [source] = FakeSource.opened
  source?.onerror?.()
  expect(watching.ended).not.toHaveBeenCalled()
  source?.close()
  source?.onerror?.()
  expect(watching.ended).toHaveBeenCalledTimes(1)
  stop()
})

test('a problem ends the stream: the browser is not left to ask again', () => {
  const watching = watcher()
  const stop = watchProgress(7, watching)
  FakeSource.opened[0]?.fail()
  expect([watching.ended.mock.calls.length, openNow()]).toEqual([1, []])
  stop()
})
