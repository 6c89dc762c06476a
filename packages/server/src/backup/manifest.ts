import { createHash } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { flushFolder } from '../platform/flush.ts'
import { BackupError } from './errors.ts'

/** Raised when an older program could not understand a new copy. */
export const FORMAT = 1
const FILE = 'backup.json'

const text = Type.String()
const count = Type.Integer({ minimum: 0 })
const Table = Type.Object({ name: text, rows: count })
const Manifest = Type.Object({
  format: Type.Literal(FORMAT),
  createdAt: text,
  /** Names of the migrations and of the steps of ClickHouse's schema that had been run. */
  migrations: Type.Array(text),
  schemaSteps: Type.Array(text),
  records: Type.Array(Type.Object({ ...Table.properties, columns: Type.Array(text) })),
  sequences: Type.Array(Type.Object({ name: text, last: text })),
  facts: Type.Array(Table),
  /** Where the audit log ends; seq 0: it is empty. */
  audit: Type.Object({ seq: count, hash: text }),
  /** Everything in the folder but this file; paths from its top, with slashes. */
  files: Type.Array(Type.Object({ path: text, bytes: count, sha256: text })),
})
export type Manifest = Static<typeof Manifest>
export type CopiedFile = Manifest['files'][number]

const shape = Compile(Manifest)
const sumOf = (body: string) => createHash('sha256').update(body).digest('hex')

/** The last thing written: a folder without it is a copy that was not finished. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const body = JSON.stringify(manifest)
  const draft = join(folder, `${FILE}.draft`)
  {
    await using file = await open(draft, 'wx', 0o600)
    await file.writeFile(`${JSON.stringify({ sum: sumOf(body) })}\n${body}\n`)
    await file.sync()
  }
  await rename(draft, join(folder, FILE))
  await flushFolder(folder)
}

/** Throws BackupError: not finished, changed, or made by a newer program. */
export async function readManifest(folder: string): Promise<Manifest> {
  const whole = await readFile(join(folder, FILE), 'utf8').catch(() => {
    throw new BackupError(
      `В папке ${folder} нет ${FILE}: это не резервная копия, или она не закончена. Возьмите другую.`,
    )
  })
  const [head = '', body = '', ...rest] = whole.split('\n')
  if (head !== JSON.stringify({ sum: sumOf(body) }) || rest.join('\n') !== '')
    throw new BackupError(`Резервная копия повреждена: ${FILE} изменён. Возьмите другую.`)
  const manifest: unknown = JSON.parse(body)
  if (shape.Check(manifest)) return manifest
  throw new BackupError('Резервная копия сделана другой версией программы. Восстанавливайте той же или более новой.')
}

/** The manifest's own file, which it doesn't name. */
export const isManifest = (path: string): boolean => path === FILE
