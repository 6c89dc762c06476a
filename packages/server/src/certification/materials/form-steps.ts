import { type AuditEventName, type Principal, reachOf } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { addForm as addRoute, FormEdition } from '@otklik/model/certification/api'
import { readLetterBounds } from '@otklik/model/certification/procedure'
import { criteriaOf, FORM_EDITION, type FormAbout, type SheetForm } from '@otklik/model/certification/self-check'
import { refusalMessage } from '@otklik/model/processes'
import type { Updateable } from 'kysely'
import { type Caller, displayName, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { badField, inputProblem, problem, problems } from '../../platform/problems/index.ts'
import { storable, tidy } from '../../platform/text.ts'
import { type Lifecycle, takeStep } from '../../platform/transition.ts'
import { formDrafted, materialChanged, stepRefused } from '../problems.ts'
import { requireEverything } from '../reach.ts'
import { type FormRow, formWith } from './forms.ts'
import type { MaterialTables } from './tables.ts'

type Change = Updateable<MaterialTables['certification_forms']>
interface Forms {
  id: number
  row: FormRow
  state: FormRow['state']
  event: keyof (typeof FORM_EDITION)['events']
  guard: keyof (typeof FORM_EDITION)['guards']
  facts: FormAbout
  change: Change
}

const FORMS = (reason: string): Lifecycle<Forms> => ({
  tableOf: () => FORM_EDITION.table,
  hold: async (tx, id, { who }) => {
    requireEverything(reachOfActor(who))
    const row = await tx
      .selectFrom('certification_forms')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) throw problem(problems.notFound)
    return row
  },
  factsOf: async (_, { content }) => aboutOf(content, reason),
  refusal: (row, event, refused, about) =>
    problem(stepRefused, refusalMessage(FORM_EDITION, event, row.state, { refused, about })),
  save: async (tx, { id }, change) => {
    await tx.updateTable('certification_forms').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }) => subjectOf(id),
})

const subjectOf = (id: number): string => `sheet_form:${id}`

const aboutOf = (form: SheetForm, reason: string): FormAbout => ({
  criteria: criteriaOf(form).length,
  emptySections: form.sections.filter(({ criteria }) => criteria.length === 0).map(({ title }) => `«${title}»`),
  reason,
})

type Given = BodyOf<typeof addRoute>

/** Begins the next edition. There is one draft at a time. */
export function addForm(db: Db, given: Given, caller: Caller<Principal>): Promise<FormEdition> {
  requireEverything(reachOf(caller.who))
  const content = checkedForm(given)
  return db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'certificationLists')
    const { last, drafts } = await tx
      .selectFrom('certification_forms')
      .select(({ fn }) => [
        fn.max('edition').as('last'),
        fn.countAll<number>().filterWhere('state', '=', 'draft').as('drafts'),
      ])
      .executeTakeFirstOrThrow()
    if (drafts > 0) throw problem(formDrafted)
    const made = { created_at: caller.at, created_by: displayName(caller.who) }
    const row = { edition: (last ?? 0) + 1, state: 'draft' as const, content: JSON.stringify(content), ...made }
    const { id } = await tx.insertInto('certification_forms').values(row).returning('id').executeTakeFirstOrThrow()
    const { who, from, at } = caller
    await recordAudit(tx, {
      who,
      what: 'sheet_form.saved',
      subject: subjectOf(id),
      before: null,
      after: content,
      from,
      at,
    })
    return formWith(tx, id)
  })
}

export function saveForm(
  db: Db,
  id: number,
  { version, ...given }: Given & { readonly version: number },
  caller: Caller<Principal>,
): Promise<FormEdition> {
  const content = checkedForm(given)
  const change = { content: JSON.stringify(content), version: version + 1 }
  return move(db, id, { event: 'edit', what: 'sheet_form.saved', change, after: content, version }, caller)
}

/** From now on sheets are begun by it; it stays as it is. */
export const publishForm = (db: Db, id: number, caller: Caller<Principal>): Promise<FormEdition> =>
  move(
    db,
    id,
    {
      event: 'publish',
      what: 'sheet_form.published',
      change: { published_at: caller.at, published_by: displayName(caller.who) },
    },
    caller,
  )

/** No sheet is begun by it any more; those that were go on. */
export function withdrawForm(db: Db, id: number, given: string, caller: Caller<Principal>): Promise<FormEdition> {
  const reason = tidy(given)
  const change = { withdrawn_at: caller.at, withdrawn_by: displayName(caller.who), withdrawn_reason: reason }
  return move(db, id, { event: 'withdraw', what: 'sheet_form.withdrawn', change, after: { reason }, reason }, caller)
}

interface FormStep {
  readonly event: Forms['event']
  readonly what: AuditEventName
  readonly change: Change
  readonly after?: object
  readonly reason?: string
  /** The version that was changed; none where the content stays. */
  readonly version?: number
}

const move = (
  db: Db,
  id: number,
  { event, what, change, after = {}, reason = '', version }: FormStep,
  caller: Caller<Principal>,
): Promise<FormEdition> =>
  db.transaction().execute(async (tx) => {
    const also = async (_: unknown, row: FormRow): Promise<void> => {
      if (version !== undefined && row.version !== version) throw problem(materialChanged)
    }
    await takeStep(tx, FORMS(reason), id, { event, what, change, after: () => after, also }, caller)
    return formWith(tx, id)
  })

/** A form as typed in the desk, made fit to be kept. */
function checkedForm({ title, sections, bounds }: Given): SheetForm {
  if (tidy(title) === '') throw badField('title', 'Напишите название бланка.')
  return {
    title: tidy(title),
    sections: sections.map((section, at) => ({
      title: named(section.title, `sections.${at}.title`),
      criteria: section.criteria.map(({ name, weight, evidence }, place) => ({
        name: named(storable(name), `sections.${at}.criteria.${place}.name`),
        weight,
        evidence,
      })),
    })),
    bounds: bounds === null ? null : boundsOf(bounds),
  }
}

function named(given: string, path: string): string {
  const name = tidy(given)
  if (name === '') throw badField(path, 'Напишите название.')
  return name
}

function boundsOf(bounds: NonNullable<Given['bounds']>): SheetForm['bounds'] {
  try {
    return readLetterBounds(bounds)
  } catch (error) {
    throw inputProblem(error)
  }
}
