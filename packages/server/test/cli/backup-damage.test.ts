import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Manifest, restoreBackup } from '../../src/backup/index.ts'
import { readManifest, writeManifest } from '../../src/backup/manifest.ts'
import { readConfig } from '../../src/platform/config.ts'
import { silentLog } from '../../src/platform/log.ts'
import { otklik } from './otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-damage-'))
chmodSync(folder, 0o711)
const at = (...names: string[]): string => join(folder, ...names)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a copy that is not what was written', () => {
  const target = () => at('never')
  const restore = (copy: string) =>
    restoreBackup({ config: readConfig({ OTKLIK_DATA: target() }), log: silentLog() }, copy)
  let manifest: Manifest
  beforeAll(async () => {
    writeFileSync(at('requests.csv'), 'request_id;service_id;submission_channel;region\n1;100;ЕПГУ;31\n;100;ЕПГУ;31\n')
    expect((await otklik(at('data'), 'import', at('requests.csv'), '--supplier', 'test')).status).toBe(1)
    expect((await otklik(at('data'), 'backup', at('quiet'))).status).toBe(0)
    manifest = await readManifest(at('quiet'))
  }, 60_000)
  afterEach(() => {
    expect(existsSync(target())).toBe(false)
    rmSync(at('damaged'), { recursive: true, force: true })
  })
  const damaged = (): string => {
    cpSync(at('quiet'), at('damaged'), { recursive: true })
    return at('damaged')
  }

  test('one changed byte anywhere is refused before anything is touched', async () => {
    const copy = damaged()
    const paths = [...manifest.files.filter(({ bytes }) => bytes > 0).map(({ path }) => path), 'backup.json']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, place, by) => {
          const bytes = readFileSync(join(copy, path))
          const where = place % bytes.length
          const changed = Buffer.from(bytes)
          changed[where] = (changed[where] ?? 0) ^ by
          writeFileSync(join(copy, path), changed)
          await expect(restore(copy)).rejects.toThrow(/повреждена|другой версией/)
          writeFileSync(join(copy, path), bytes)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  test('a file too few, too many, too short', async () => {
    const [some] = manifest.files.filter(({ bytes }) => bytes > 0)
    const path = join(damaged(), some?.path ?? '')
    appendFileSync(path, 'x')
    await expect(restore(at('damaged'))).rejects.toThrow('изменён')
    rmSync(path)
    await expect(restore(at('damaged'))).rejects.toThrow('нет файла')
    copyFileSync(join(at('quiet'), some?.path ?? ''), path)
    writeFileSync(join(at('damaged'), 'files', 'extra'), '')
    await expect(restore(at('damaged'))).rejects.toThrow('не было')
  })

  test('without its manifest it is not finished; of a newer version it is not taken up', async () => {
    rmSync(join(damaged(), 'backup.json'))
    await expect(restore(at('damaged'))).rejects.toThrow('не закончена')
    await writeManifest(at('damaged'), { ...manifest, migrations: [...manifest.migrations, 'future/001-x'] })
    await expect(restore(at('damaged'))).rejects.toThrow('более новой версией')
  })
})
