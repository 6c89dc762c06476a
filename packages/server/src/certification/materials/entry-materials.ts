import { hasRight, type Principal } from '@otklik/model/access'
import type { AnswerOf } from '@otklik/model/api'
import type { readEntryMaterials as route } from '@otklik/model/certification/api'
import type { FileStore } from '../../files/index.ts'
import { yearEntry } from './entries.ts'
import { publishedForm } from './forms.ts'
import { remarksFor, remarksOf } from './remark-rows.ts'
import { remarkRefused } from './remarks.ts'
import { checkRefused, selfChecksOf } from './self-checks.ts'

/** What those responsible have handed in for an object of a year's list, and what the caller may add. */
export async function readEntryMaterials(
  store: FileStore,
  id: number,
  who: Principal,
): Promise<AnswerOf<typeof route>> {
  const { db } = store
  const entry = await yearEntry(db, id, who)
  const [selfChecks, remarks, form] = await Promise.all([
    selfChecksOf(db, entry.object_id, entry.year),
    remarksFor(db, who).where('r.entry_id', '=', id).orderBy('r.id', 'desc').execute(),
    publishedForm(db),
  ])
  return {
    name: entry.name,
    year: entry.year,
    selfChecks,
    remarks: await remarksOf(store, remarks, who),
    mayCheck: hasRight(who, 'self_checks.fill'),
    mayRemark: hasRight(who, 'lists.remark'),
    checkRefused: checkRefused(form !== undefined),
    remarkRefused: remarkRefused(entry.list_state === 'published'),
  }
}
