import type { AppealsLoad } from '@otklik/model/appeals/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { badField } from '../../platform/problems/index.ts'
import { tidy } from '../../platform/text.ts'
import type { FilesDeps } from '../deps.ts'
import { requireAuthority } from '../register/authorities.ts'
import { loadJob } from './job.ts'
import { mappingOf } from './mappings.ts'
import { keepPieces } from './pieces.ts'
import { readLoad } from './record.ts'
import { type TempFile, withTempFile } from './temp-file.ts'

interface Given {
  readonly authority: number
  readonly name: string
  readonly mapping: number | null
  readonly body: AsyncIterable<Uint8Array>
}

/** Takes a file over: once this returns, it will be read, whatever happens. The same file again is the same load. */
export const takeFile = (deps: FilesDeps, given: Given, caller: Caller): Promise<AppealsLoad> =>
  withTempFile(deps.dataDir, given.body, (file) =>
    deps.db.transaction().execute(async (tx) => {
      const authority = await requireAuthority(tx, given.authority, caller.who)
      if (authority === null) throw badField('authority', 'Выберите орган, в реестр которого загружают файл.')
      if (file.bytes === 0) throw badField('body', 'Файл пустой. Выберите другой.')
      await mappingOf(tx, given.mapping, authority.id)
      const asked = { ...given, authority: authority.id }
      const id = (await sameBefore(tx, asked, file)) ?? (await enter(tx, deps, { ...asked, file }, caller))
      return readLoad(tx, id, caller.who)
    }),
  )

/** Of two who send the same file at once the second finds what the first has sent. */
async function sameBefore(
  tx: Tx,
  { authority, mapping }: Pick<Given, 'authority' | 'mapping'>,
  { sha256 }: TempFile,
): Promise<number | undefined> {
  await waitForLock(tx, 'appealsLoads', `${authority} ${sha256}`)
  const found = await tx
    .selectFrom('appeals_loads')
    .select('id')
    .where('authority_id', '=', authority)
    .where('sha256', '=', sha256)
    .where('mapping_id', mapping === null ? 'is' : '=', mapping)
    .where('state', '<>', 'failed')
    .executeTakeFirst()
  return found?.id
}

async function enter(
  tx: Tx,
  { jobs, cipher }: FilesDeps,
  { authority, mapping, name, file }: Omit<Given, 'body'> & { readonly file: TempFile },
  { who, from, at }: Caller,
): Promise<number> {
  const about = { name: tidy(name), sha256: file.sha256 }
  const sender = who !== 'system' && who.kind === 'user' ? who.id : null
  const { id } = await tx
    .insertInto('appeals_loads')
    .values({
      ...about,
      authority_id: authority,
      mapping_id: mapping,
      state: 'waiting',
      at,
      by: displayName(who),
      sender,
      codes: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepPieces(tx, cipher, id, file.path)
  await jobs.enqueue(tx, loadJob, { load: id })
  const after = { ...about, bytes: file.bytes, authority }
  await recordAudit(tx, { who, what: 'appeals.loaded', subject: `appeals-load:${id}`, after, from, at })
  return id
}
