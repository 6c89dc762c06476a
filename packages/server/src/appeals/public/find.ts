import { APPEAL_COURSE, type AppealState, type Kind, type Solved } from '@otklik/model/appeals'
import { dayOf } from '@otklik/model/days'
import { readTrackingCode } from '@otklik/model/tracking-code'
import { aboutOf } from '../course/lifecycle.ts'
import { toldOf } from '../../change/index.ts'
import { TOLD_AS } from '../letters/teller.ts'
import type { AppealsDeps } from '../deps.ts'
import { codeHash } from '../register/receive.ts'

/** What whoever has the code may know. */
export interface FoundAppeal {
  readonly id: number
  readonly number: string | null
  readonly authority: string
  readonly kind: Kind
  readonly state: AppealState
  readonly received: string
  readonly registered: string | null
  readonly due: string | null
  readonly answered: string | null
  readonly forwardedTo: string | null
  /** Published, without personal data. */
  readonly answer: string | null
  readonly solved: Solved | null
  /** What was done about what it says, the latest first. */
  readonly done: readonly string[]
  readonly mayAnswer: boolean
  readonly mayReopen: boolean
}

/** The appeal of a code; undefined for one that is wrong as for one that never was. */
export async function findByCode(
  { db, cipher }: AppealsDeps,
  typed: string,
  at: Date,
): Promise<FoundAppeal | undefined> {
  const code = readTrackingCode(typed)
  if (code === undefined) return undefined
  const row = await db
    .selectFrom('appeals as p')
    .innerJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .selectAll('p')
    .select('a.name as authority')
    .where('p.code_hash', '=', codeHash(cipher, code))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, number, authority, kind, state, received, registered, due, answered, solved } = row
  const told = await toldOf(db, TOLD_AS, String(id))
  const about = await aboutOf(db, row, dayOf(at), { solved: 'yes' })
  const may = (event: 'confirm' | 'reopen'): boolean => 'to' in APPEAL_COURSE.table.next(event, state, about)
  return {
    id,
    number,
    authority,
    kind,
    state,
    received,
    registered,
    due,
    answered,
    forwardedTo: row.forwarded_to,
    answer: row.answer_published ? row.answer_masked : null,
    solved,
    done: told.map(({ news }) => news),
    mayAnswer: may('confirm') && solved === null,
    mayReopen: may('reopen'),
  }
}
