import {
  addProcess,
  approveMap,
  chooseQuotes,
  changePriority,
  codeStatement,
  learnTopics,
  listStatements,
  makeMap,
  makeProblem,
  openMasker,
  publishProblem,
  reviewSource,
  type SourceText,
  takeIn,
  takeServices,
  takeTexts,
  markTwins,
} from '../../change/index.ts'
import { OPERATOR } from '@otklik/model/access'
import { periodBefore, periodBounds, closedQuarter } from '@otklik/model/change/periods'
import { addDays } from '@otklik/model/days'
import { addMonths } from '@otklik/model/months'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { authorityName } from '../places.ts'
import { SERVICES } from '../services/index.ts'
import { type DemoAnswer, demoAnswers } from './answers.ts'
import { fillMeasures } from './measures.ts'
import { on, type PainsPeople, peopleOf } from './people.ts'
import { DEMO_PROBLEMS, PLACES, type PlaceKey, type ServiceKey, STAFF } from './plan.ts'

export interface PainsOptions {
  readonly seed: number
  readonly today: string
}

/**
 * Fills what people say and what is done about it: answers and the reviews of the packages, masked and coded; twelve
 * problems, editions of four quarters, measures in every state.
 */
export async function fillPains(db: Db, ch: ClickHouse, { seed, today }: PainsOptions): Promise<void> {
  await takeServices(db)
  const people = await peopleOf(db)
  const { id: staff } = await addProcess(
    db,
    { name: STAFF, kind: 'internal', authority: authorityName('education') },
    on(OPERATOR, addDays(today, -380)),
  )
  const processOf = (place: PlaceKey): string => (place === 'staff' ? staff : serviceOf(place))
  await takeAnswers(db, demoAnswers(seed, addMonths(today.slice(0, 7), -1)), processOf)
  await takeIn(db, [reviewSource(ch, async () => [])])
  await codeAnswers(db, people, today)
  await learnTopics(db, on(OPERATOR, addDays(today, -1)))
  const problems = await makeProblems(db, people, processOf, today)
  await fillMeasures(db, people, { problems, processOf, today })
  await adorn(db, people, { problem: problems[0] ?? 0, process: processOf('school'), today })
  await publish(db, people, problems, today)
  await makeEditions(db, people, today)
}

function serviceOf(place: ServiceKey): string {
  const found = SERVICES.find(({ name }) => name === PLACES[place])
  if (found === undefined) throw new Error(`there is no service «${PLACES[place]}»`)
  return found.id
}

async function takeAnswers(db: Db, answers: readonly DemoAnswer[], processOf: (place: PlaceKey) => string) {
  const texts = answers.map(({ place, ...one }): SourceText => ({ ...one, process: processOf(place), request: null }))
  await takeTexts(db, await openMasker(), { source: 'answer', batch: 'demo' }, texts)
  await markTwins(db)
}

/** Copies are coded together: a few dozen calls code everything that the answers say. */
async function codeAnswers(db: Db, { analyst, admin }: PainsPeople, today: string): Promise<void> {
  const topics = new Map(DEMO_PROBLEMS.flatMap(({ said, topic }) => said.map((text) => [text, topic] as const)))
  for (const coder of [analyst, admin]) {
    const { rows } = await listStatements(db, { state: 'uncoded', source: 'answer', format: 'xlsx' }, coder)
    const first = new Map(rows.map(({ text, id }) => [text, id]))
    for (const [text, id] of first) {
      const code = topics.get(text)
      if (code !== undefined)
        await codeStatement(db, id, { codes: [code], blind: false }, on(coder, addDays(today, -2)))
    }
  }
}

async function makeProblems(
  db: Db,
  { organiser, admin }: PainsPeople,
  processOf: (place: PlaceKey) => string,
  today: string,
): Promise<number[]> {
  const made: number[] = []
  for (const { name, place, topic, stage, feasibility, flag } of DEMO_PROBLEMS) {
    const who = place === 'kindergarten' || place === 'circles' ? admin : organiser
    const fields = { name, stage, feasibility, flag: flag?.[0] ?? null, flagReason: flag?.[1] ?? null, links: [] }
    const body = { ...fields, topics: [topic], processes: [processOf(place)] }
    const { id } = await makeProblem(db, body, on(who, addDays(today, -340)))
    made.push(id)
  }
  return made
}

interface Adorned {
  readonly problem: number
  readonly process: string
  readonly today: string
}

/** A person's priority beside the computed one, and quotes. */
async function adorn(db: Db, { organiser }: PainsPeople, { problem, process, today }: Adorned): Promise<void> {
  const caller = on(organiser, addDays(today, -20))
  const reason = 'Приёмная кампания закончилась, до весны заявлений мало'
  await changePriority(db, problem, { process, priority: 'medium', reason }, caller)
  const { rows } = await listStatements(db, { process, code: 'form', limit: 40 }, organiser)
  const texts = new Map(rows.map(({ text, id }) => [text, id]))
  await chooseQuotes(db, problem, [...texts.values()].slice(0, 3), caller)
}

/** Two of those that were dealt with stand on the public page: somebody put each of them there. */
const PUBLISHED = [
  {
    problem: 0,
    said: 'Форма заявления в школу сбрасывается на последнем шаге, всё приходится заполнять заново.',
    done: 'Черновик сохраняется на каждом шаге: прерванное заявление можно продолжить с того же места.',
  },
  {
    problem: 1,
    said: 'О том, что ребёнка зачислили, никто не сообщает.',
    done: 'Уведомление о зачислении приходит в личный кабинет в день приказа.',
  },
] as const

async function publish(db: Db, { head }: PainsPeople, problems: readonly number[], today: string): Promise<void> {
  for (const { problem, ...told } of PUBLISHED)
    await publishProblem(db, problems[problem] ?? 0, told, on(head, addDays(today, -10)))
}

/** Four quarters: three approved, the last one waits for the head. */
async function makeEditions(db: Db, { organiser, head }: PainsPeople, today: string): Promise<void> {
  const last = closedQuarter(today)
  const quarters = [last]
  while (quarters.length < 4) quarters.unshift(periodBefore(quarters[0] ?? last))
  for (const period of quarters) {
    const day = addDays(periodBounds(period).last, 5)
    const { id, seen } = await makeMap(db, period, on(organiser, day < today ? day : addDays(today, -1)))
    if (period !== last) await approveMap(db, id, seen, on(head, addDays(day, 3)))
  }
}
