import { MEASURE_STATES, type MeasureState } from '@otklik/model/change/measures'
import { peopleTold } from '@otklik/model/change/problems'
import { dayOf } from '@otklik/model/days'
import { addMonths } from '@otklik/model/months'
import { dayInWords } from '@otklik/model/print'
import { sql } from 'kysely'
import { bySystem } from '../../platform/audit/index.ts'
import { type Html, html, type Page } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { readEffect } from '../figures/effect.ts'
import { namer } from '../figures/input.ts'

interface ToldMeasure {
  readonly id: number
  readonly text: string
  readonly state: MeasureState
  readonly due: string
}

/** «Вы сказали – мы сделали»: what somebody chose to publish, with measures and what they changed. */
export async function saidAndDonePage(db: Db, at: Date): Promise<Page> {
  const rows = await db
    .selectFrom('change_publications as t')
    .innerJoin('change_problems as q', 'q.id', 't.problem_id')
    .select(['q.id', 'q.topics', 'q.processes', 'q.state', 'q.reason', 't.said', 't.done'])
    .orderBy('t.at', 'desc')
    .execute()
  const told = await Promise.all(
    rows.map(async (row) => sectionOf(row, await countNamed(db, row, at), await done(db, row.id, at))),
  )
  return {
    title: 'Вы сказали – мы сделали',
    body: html`<h1>Вы сказали – мы сделали</h1>
<p>Что мешало людям, что сделано и что от этого изменилось. Ответы и отзывы читаются без имён.</p>
${told.length === 0 ? html`<p>Пока здесь ничего не опубликовано.</p>` : told}`,
  }
}

interface Published {
  readonly id: number
  readonly topics: string[]
  readonly processes: string[]
  readonly state: string
  readonly reason: string | null
  readonly said: string
  readonly done: string
}

/** Over the last twelve months; under ten nobody is counted in the open. */
async function countNamed(db: Db, row: Published, at: Date): Promise<number> {
  const since = addMonths(dayOf(at).slice(0, 7), -12)
  const named = await namer(db, [row])
  const { rows } = await sql<{ process: string; codes: string[]; count: number }>`
    SELECT process, codes, count(*) AS count FROM change_statements
    WHERE process = ANY(${row.processes}::text[]) AND codes IS NOT NULL AND day >= ${since}
    GROUP BY process, codes`.execute(db)
  return rows.filter((one) => named(one).length > 0).reduce((sum, { count }) => sum + count, 0)
}

async function done(db: Db, id: number, at: Date): Promise<Html[]> {
  const measures = await db
    .selectFrom('change_measures as m')
    .innerJoin('change_measure_problems as l', 'l.measure_id', 'm.id')
    .select(['m.id', 'm.text', 'm.state', 'm.due'])
    .where('l.problem_id', '=', id)
    .where('m.state', 'not in', ['planned', 'cancelled'])
    .orderBy('m.due')
    .execute()
  return Promise.all(measures.map(async (measure) => lineOf(measure, await effectText(db, measure, at))))
}

/** Only what is more than chance is told. */
async function effectText(db: Db, { id, state }: ToldMeasure, at: Date): Promise<string> {
  if (state !== 'verified') return ''
  const effect = await readEffect(db, id, bySystem(at))
  if (effect?.verdict !== 'better') return ''
  return ` Проблему называли ${share(effect.before.p)} опрошенных, стали называть ${share(effect.after.p)}.`
}

const share = (p: number | null): string => `${Math.round(p ?? 0)} %`

const lineOf = ({ text, state, due }: ToldMeasure, effect: string): Html =>
  html`<li>${text}: ${state === 'verified' ? 'сделано' : `${MEASURE_STATES[state]}, срок ${dayInWords(due)}`}.${effect}</li>`

const sectionOf = ({ said, done: answer, state, reason }: Published, named: number, measures: readonly Html[]): Html =>
  html`<section><h2>${said}</h2><p>Об этом сказали: ${peopleTold(named)}.</p><p>${answer}</p>
${measures.length > 0 && html`<ul>${measures}</ul>`}${state === 'declined' && reason !== null && html`<p>Пока не можем: ${reason}</p>`}</section>`
