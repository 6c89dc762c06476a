import {
  addEvidenceLink,
  approveMeasure,
  cancelMeasure,
  planMeasure,
  postponeMeasure,
  reportMeasure,
  startMeasure,
  verifyMeasure,
} from '../../change/index.ts'
import type { MeasureState } from '@otklik/model/change/measures'
import { addDays } from '@otklik/model/days'
import type { Db } from '../../platform/postgres/open.ts'
import { on, type PainsPeople } from './people.ts'
import { DEMO_PROBLEMS, type PlaceKey } from './plan.ts'

interface DemoMeasure {
  /** Which of the problems. */
  readonly problem: number
  readonly text: string
  readonly state: MeasureState
  /** Days before the demonstration: planned, done; days after planning: the deadline. */
  readonly planned: number
  readonly term: number
  readonly done?: number
  readonly postponed?: string
}

/** One in every state, one overdue; of the verified ones one helped, one changed nothing, one is too new to tell. */
const MEASURES: readonly DemoMeasure[] = [
  {
    problem: 0,
    text: 'Сохранять черновик заявления на каждом шаге',
    state: 'verified',
    planned: 230,
    term: 60,
    done: 185,
  },
  { problem: 4, text: 'Брать сведения о дипломе из реестра', state: 'verified', planned: 235, term: 90, done: 188 },
  {
    problem: 1,
    text: 'Отправлять уведомление о зачислении в личный кабинет',
    state: 'verified',
    planned: 90,
    term: 60,
    done: 40,
  },
  { problem: 2, text: 'Публиковать результаты по мере проверки работ', state: 'done', planned: 60, term: 90, done: 6 },
  { problem: 3, text: 'Добавить две линии справочной в дни регистрации', state: 'in_work', planned: 80, term: 60 },
  {
    problem: 7,
    text: 'Открыть второе окно приёма по лицензиям',
    state: 'in_work',
    planned: 70,
    term: 45,
    postponed: 'Помещение освободится после ремонта',
  },
  { problem: 5, text: 'Назвать причину в каждом отказе по образцу', state: 'approved', planned: 12, term: 30 },
  { problem: 10, text: 'Выдавать справки в день обращения', state: 'planned', planned: 4, term: 90 },
  { problem: 11, text: 'Завести единую очередь заявок', state: 'cancelled', planned: 50, term: 90 },
]

interface MeasuresOf {
  readonly problems: readonly number[]
  readonly processOf: (place: PlaceKey) => string
  readonly today: string
}

export async function fillMeasures(db: Db, people: PainsPeople, about: MeasuresOf): Promise<void> {
  for (const measure of MEASURES) await fillMeasure(db, people, measure, about)
}

const REACHED: Readonly<Record<MeasureState, number>> = {
  planned: 0,
  approved: 1,
  cancelled: 1,
  in_work: 2,
  done: 3,
  verified: 4,
}

async function fillMeasure(db: Db, people: PainsPeople, measure: DemoMeasure, about: MeasuresOf): Promise<void> {
  const { analyst, organiser, head } = people
  const ago = (days: number) => addDays(about.today, -days)
  const { planned, term, state, done = 0, postponed } = measure
  const id = await plan(db, people, measure, about)
  const steps = REACHED[state]
  if (steps >= 1) await approveMeasure(db, id, on(head, ago(planned - 2)))
  if (postponed !== undefined) {
    const due = addDays(ago(planned), term + 60)
    await postponeMeasure(db, id, { due, reason: postponed }, on(head, ago(planned - 30)))
  }
  if (state === 'cancelled') await cancelMeasure(db, id, 'Заявки уже собирает служба поддержки', on(head, ago(20)))
  if (steps >= 2) await startMeasure(db, id, on(analyst, ago(planned - 4)))
  if (steps < 3) return
  const act = { title: 'Акт о вводе', address: 'https://example.test/akt' }
  await addEvidenceLink(db, id, act, on(analyst, ago(done)))
  await reportMeasure(db, id, ago(done), on(analyst, ago(done)))
  if (steps >= 4) await verifyMeasure(db, id, on(organiser, ago(done - 3)))
}

async function plan(
  db: Db,
  { analyst, organiser }: PainsPeople,
  { problem, text, planned, term }: DemoMeasure,
  { problems, processOf, today }: MeasuresOf,
): Promise<number> {
  const place = DEMO_PROBLEMS[problem]?.place ?? 'school'
  const body = {
    text,
    problems: [problems[problem] ?? 0],
    processes: [processOf(place)],
    department: 'Отдел государственных услуг',
    person: analyst.id,
    due: addDays(today, term - planned),
  }
  const { id } = await planMeasure(db, body, on(organiser, addDays(today, -planned)))
  return id
}
