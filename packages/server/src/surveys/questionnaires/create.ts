import { type Principal, reachOf } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import { findBuiltIn, type Questionnaire as Document } from '@otklik/model/questionnaires'
import type { createQuestionnaire as route, Questionnaire } from '@otklik/model/surveys/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { fold, tidy } from '../../platform/text.ts'
import { requireAuthority } from '../authorities.ts'
import { codeTaken, notYours } from '../problems.ts'
import { copyOf, documentOf as read, emptyDocument, titleOf } from './document.ts'
import { documentOf, readQuestionnaire } from './read.ts'
import { findQuestionnaire, lastPublished } from './find.ts'

type Asked = BodyOf<typeof route>
interface Source {
  readonly document: Document
  readonly origin: { readonly code: string; readonly version: number } | null
}

/** A copy of another questionnaire, one from a file, or an empty one, as a draft of version 1. */
export async function createQuestionnaire(db: Db, body: Asked, caller: Caller<Principal>): Promise<Questionnaire> {
  const { code } = body
  const title = tidy(body.title)
  if (title === '') throw badField('title', 'Напишите название.')
  if (findBuiltIn(code)) throw problem(codeTaken, code)
  if (body.authority === null && !reachOf(caller.who).everything) throw problem(notYours)
  await db.transaction().execute(async (tx) => {
    const authority = body.authority === null ? null : await requireAuthority(tx, body.authority, caller.who)
    const { document, origin } = await sourceOf(tx, body, title, caller)
    const id = await insert(tx, { code, title: titleOf(document), authority: authority?.id ?? null, origin }, caller)
    await insertDraft(tx, id, document, caller)
    const { who, from, at } = caller
    const after = { code, title, authority: authority?.name ?? null, origin }
    await recordAudit(tx, { who, what: 'questionnaire.created', subject: `questionnaire:${code}`, after, from, at })
  })
  return readQuestionnaire(db, code, caller.who)
}

async function sourceOf(tx: Tx, body: Asked, title: string, { who }: Caller<Principal>): Promise<Source> {
  const identity = { code: body.code, version: 1 }
  if (body.document !== undefined) return { document: read(body.document, identity), origin: null }
  if (body.from === undefined) return { document: emptyDocument(identity, title), origin: null }
  const source = await copied(tx, body.from, who)
  return { document: copyOf(source.document, identity, title), origin: source.origin }
}

async function copied(tx: Tx, { code, version }: NonNullable<Asked['from']>, who: Principal): Promise<Source> {
  const own = findBuiltIn(code)
  const current = own?.version ?? 1
  if (own !== undefined && (version ?? current) === current)
    return { document: own, origin: { code, version: current } }
  const found = await findQuestionnaire(tx, code, reachOf(who))
  if (found === undefined) throw badField('from.code', `Анкеты «${code}» нет.`)
  const at = version ?? (await lastPublished(tx, found.id))?.version
  if (at === undefined) throw badField('from.code', `У анкеты «${code}» нет опубликованной редакции.`)
  return { document: await documentOf(tx, found.id, at), origin: { code, version: at } }
}

interface NewRow {
  readonly code: string
  readonly title: string
  readonly authority: number | null
  readonly origin: Source['origin']
}

async function insert(tx: Tx, { code, title, authority, origin }: NewRow, { who, at }: Caller): Promise<number> {
  const made = await tx
    .insertInto('survey_questionnaires')
    .values({
      code,
      title,
      folded: fold(`${code} ${title}`),
      authority_id: authority,
      origin_code: origin?.code ?? null,
      origin_version: origin?.version ?? null,
      created_at: at,
      created_by: displayName(who),
    })
    .onConflict((clash) => clash.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) throw problem(codeTaken, code)
  return made.id
}

export async function insertDraft(tx: Tx, id: number, document: Document, { who, at }: Caller): Promise<void> {
  const { version = 1 } = document
  await tx
    .insertInto('survey_versions')
    .values({
      questionnaire_id: id,
      version,
      state: 'draft',
      document: JSON.stringify(document),
      saved_at: at,
      saved_by: displayName(who),
    })
    .execute()
}
