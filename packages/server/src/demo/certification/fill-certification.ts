import type { Principal, UserPrincipal } from '@otklik/model/access'
import type { ListEntry } from '@otklik/model/certification/api'
import {
  beginProcedure,
  type CountedOf,
  excludeObject,
  fillSheet,
  fixLevel,
  openCases,
  readList,
  requestInformation,
  saveRemarks,
  sendPapers,
  signSheet,
  submitLevel,
  takeSheet,
} from '../../certification/index.ts'
import { bySystem, type Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { alarmsFound, countedOf, type ProgressDeps } from '../../progress/index.ts'
import { DAY, isoDay, parseDay } from '../calendar.ts'
import { demoPerson } from '../lists/demo-person.ts'
import type { DemoOptions } from '../plan.ts'
import { type Plan, PLANS, resultsOf, WATCHED } from './plans.ts'

interface Scene {
  readonly db: Db
  readonly publicUrl: string
  readonly counted: CountedOf
  /** The reporting year whose list holds. */
  readonly year: number
  readonly assessor: UserPrincipal
  readonly decider: UserPrincipal
  readonly today: string
}

/**
 * Certifies some objects of the year's list through the calls of the Centre's people, each on its day, so that every stage
 * has one; then looks for critical values as every night does.
 */
export async function fillCertification(
  { db, progress, publicUrl }: { db: Db; progress: Pick<ProgressDeps, 'ch' | 'now'>; publicUrl: string },
  { today }: Pick<DemoOptions, 'today'>,
): Promise<void> {
  const year = Number(isoDay(parseDay(today) - 60).slice(0, 4))
  const [assessor, decider] = [await demoPerson(db, 'methodologist'), await demoPerson(db, 'curator')]
  const counted: CountedOf = (service) => countedOf(progress, service)
  const scene: Scene = { db, publicUrl, counted, year, assessor, decider, today }
  const entries = await admitted(scene)
  const watched = await alarmed(scene, entries)
  if (watched !== undefined) await certify(scene, watched, { ...WATCHED, ago: daysSince(today, `${year}-03-16`) })
  const others = entries.filter(({ object }) => object !== watched?.object)
  for (const [at, plan] of PLANS.entries()) {
    const entry = others[at * 2]
    if (entry !== undefined) await certify(scene, entry, plan)
  }
  await openCases(db, bySystem(progress.now()))
}

const daysSince = (today: string, day: string): number => Math.max(parseDay(today) - parseDay(day), 3)

async function admitted({ db, year, decider }: Scene): Promise<ListEntry[]> {
  const list = await db
    .selectFrom('certification_lists')
    .select('id')
    .where('year', '=', year)
    .where('state', '=', 'approved')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return list === undefined ? [] : (await readList(db, list.id, { admitted: true, limit: 1000 }, decider)).rows
}

/** An object whose service has a critical value of this spring or later. */
async function alarmed({ db, year }: Scene, entries: readonly ListEntry[]): Promise<ListEntry | undefined> {
  const services = entries.flatMap(({ service }) => (service === null ? [] : [service]))
  const found = await alarmsFound(db, services)
  const latest = found.findLast(({ month }) => month >= `${year}-04`)
  return entries.find(({ service, kind }) => service === latest?.service && kind !== 'appeals')
}

const on = (who: UserPrincipal, day: string, hour = 8): Caller<Principal> => ({
  who,
  at: new Date((parseDay(day) * DAY + hour * 3600) * 1000),
})

async function certify(scene: Scene, entry: ListEntry, plan: Plan): Promise<void> {
  const { db, today, year, assessor, decider, publicUrl } = scene
  const day = (after: number): string => isoDay(parseDay(today) - plan.ago + after)
  const asked = { year, object: entry.object, mass: plan.mass }
  const id = await beginProcedure(scene, asked, on(assessor, day(-25)))
  if (plan.stage === 'excluded')
    return excludeObject(
      db,
      id,
      'Услуга исключается из реестра приказом № 214: регламент признан утратившим силу.',
      on(decider, day(-1)),
    )
  await assess(scene, id, entry, plan, day)
  if (plan.stage === 'assessing' || plan.stage === 'asked') return
  await saveRemarks(db, id, { remarks: REMARKS }, on(assessor, day(-5)))
  await submitLevel(db, id, on(assessor, day(-1)))
  if (plan.stage === 'on_review') return
  await fixLevel(db, id, on(decider, day(0)))
  if (plan.stage === 'fixed') return
  const to = entry.authority ?? 'Уполномоченный орган'
  const letter = `Письмо от ${day(2)} № ${100 + id}-АЦ`
  await sendPapers(
    { db, publicUrl },
    id,
    { to, responsible: 'Министр – руководитель аппарата', letter },
    on(decider, day(2)),
  )
}

async function assess(
  scene: Scene,
  id: number,
  { kind, address }: ListEntry,
  plan: Plan,
  day: (after: number) => string,
): Promise<void> {
  const { db, assessor } = scene
  const rows = await db.selectFrom('certification_sheets').select('part').where('procedure_id', '=', id).execute()
  const signed = new Set<string>(rows.map(({ part }) => part))
  for (const [part, result] of resultsOf(kind, plan)) {
    if (signed.has(part)) continue
    // Of these two the laboratory is not done yet.
    const open = part === 'laboratory' && (plan.stage === 'assessing' || plan.stage === 'asked')
    if (open && plan.stage === 'assessing') continue
    const by = on(assessor, day(-15))
    await takeSheet(db, { id, part }, by)
    const explanation =
      result === 'not_performed' ? 'Приём по регламенту – вторник и четверг; в эти дни окно закрыто.' : ''
    const evidence = [{ title: 'Страница услуги, снимок экрана', address }]
    const sheet = { version: 1, result: open ? null : result, explanation, criteria: CRITERIA, evidence }
    await fillSheet(scene, { id, part }, sheet, by)
    if (!open) await signSheet(db, { id, part }, 2, by)
  }
  if (plan.stage !== 'asked') return
  const question = 'Доступ к интерактивной форме для лаборатории пользовательского тестирования'
  const request = { part: 'laboratory', question, addressee: 'Уполномоченный орган', due: day(9) } as const
  await requestInformation(db, id, request, on(assessor, day(-1)))
}

const CRITERIA = [
  { name: 'Понятность текста для заявителя', earned: 4, most: 5, note: '' },
  { name: 'Число действий до подачи заявления', earned: 7, most: 10, note: 'Два поля дублируют сведения профиля' },
]
const REMARKS = [
  { kind: 'search' as const, text: 'Услугу нельзя найти по названию, которым пользуются заявители.' },
  { kind: 'design' as const, text: 'Ошибка в поле показана только цветом; добавить текст.' },
  { kind: 'accessibility' as const, text: 'Форма не проходится с клавиатуры: календарь недоступен.' },
]
