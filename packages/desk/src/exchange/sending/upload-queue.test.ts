import type { Receipt } from '@otklik/model/exchange/api'
import { expect, test, vi } from 'vitest'
import type { Upload } from './upload.ts'
import { isPending, makeUploadQueue } from './upload-queue.ts'

const upload = (name: string): Upload => ({ files: [new File(['x'], name)], supplier: 'one', date: '2026-11-20' })
// Of the receipt the queue reads the number alone.
const receipt = (id: number) => ({ id }) as Receipt
const told = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

test('files go one after another; a failed one does not hold the next, and goes again alone', async () => {
  const ends: { done: (id: number) => void; fail: () => void }[] = []
  const send = vi.fn(
    () =>
      new Promise<Receipt>((resolve, reject) => {
        ends.push({ done: (id) => resolve(receipt(id)), fail: () => reject(new Error('broken')) })
      }),
  )
  const arrived = vi.fn()
  const queue = makeUploadQueue(arrived, send)
  queue.send([upload('a.csv'), upload('b.csv')])
  await told()
  expect([send.mock.calls.length, queue.all().filter(isPending).length]).toEqual([1, 2])
  ends[0]?.fail()
  await told()
  expect([send.mock.calls.length, queue.all().filter(isPending).length]).toEqual([2, 1])
  ends[1]?.done(7)
  await told()
  expect(queue.all().map((one) => one.package)).toEqual([null, 7])
  queue.retry(1)
  await told()
  ends[2]?.done(8)
  await told()
  expect(queue.all().map(({ package: made, error }) => [made, error])).toEqual([
    [8, null],
    [7, null],
  ])
  expect(arrived).toHaveBeenCalledTimes(3)
  queue.forget()
  expect(queue.all()).toEqual([])
})

test('a stopped queue breaks off what is on its way and sends nothing more', async () => {
  const signals: AbortSignal[] = []
  const send = (_: Upload, __: (sent: number) => void, signal: AbortSignal) =>
    new Promise<Receipt>((_resolve, reject) => {
      signals.push(signal)
      signal.addEventListener('abort', () => reject(new Error('stopped')))
    })
  const queue = makeUploadQueue(() => undefined, send)
  queue.send([upload('a.csv'), upload('b.csv')])
  await told()
  queue.stop()
  await told()
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
})
