import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { kinds } from '@otklik/model/exchange'
import { sampleOf } from '@otklik/model/exchange/guide'
import { expect, test } from 'vitest'
import { checkFiles } from '../check.ts'
import { defaultLimits } from '../reading/sources/source.ts'
import { withCheckStore } from './check-store.ts'
import { packageTrials } from './try-package.ts'

const csv = (...lines: string[]): Readable =>
  Readable.from([['request_id;section;status;date;time', ...lines, ''].join('\r\n')])
const trial = (body: Readable) => ({ date: '2026-06-30', name: '../events.csv', body })

test('a package is judged as by the command, one after another, and a body that breaks off keeps nobody waiting', async () => {
  const tryPackage = packageTrials()
  const broken = Readable.from(
    (function* () {
      yield 'request_id;'
      throw new Error('gone')
    })(),
  )
  const [good, mixed, gone] = await Promise.allSettled([
    tryPackage(trial(csv('1;ЕПГУ;17;01.06.2026;10:00:00'))),
    tryPackage(trial(csv('1;ЕПГУ;17;01.06.2026;10:00:00', '2;ЕПГУ;9999;01.06.2026;10:00:00'))),
    tryPackage(trial(broken)),
  ])
  expect(good).toMatchObject({
    value: { status: 'accepted', totals: { read: 1, accepted: 1 }, files: [{ name: 'events.csv', kind: 'events' }] },
  })
  expect(mixed).toMatchObject({ value: { status: 'partly', totals: { read: 2, accepted: 1, quarantined: 1 } } })
  expect(gone).toMatchObject({ status: 'rejected', reason: { message: 'gone' } })
}, 60_000)

test('more than ten at once are told to come back', async () => {
  const tryPackage = packageTrials()
  const never = () => trial(new Readable({ read: () => undefined }))
  for (let at = 0; at < 10; at++) tryPackage(never()).catch(() => undefined)
  await expect(tryPackage(never())).rejects.toMatchObject({ status: 503 })
})

test('the samples of the guide pass the check, all together and without a remark', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'otklik-samples-'))
  try {
    for (const kind of kinds) {
      const { name, text } = sampleOf(kind, '2026-11-20')
      await writeFile(join(folder, name), text)
    }
    const { verdict, codes, totals } = await withCheckStore((ch) =>
      checkFiles({ ch, limits: defaultLimits }, { paths: [folder], date: '2026-11-20' }),
    )
    expect({ verdict, codes, totals }).toEqual({
      verdict: 'accepted',
      codes: {},
      totals: { read: 13, accepted: 13, quarantined: 0, dropped: 0 },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
