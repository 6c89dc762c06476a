import { type Static, Type } from 'typebox'
import { Day, Id, Instant, nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Показатели'
const text = Type.String()
const words = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const scope = {
  /** Of one service; else of one authority's services; else of all figures. */
  service: nullable(text),
  authority: nullable(text),
}

/** What happened on a day that a figure cannot be read without: «с 1 июля новый порядок». */
export const ChartNote = Type.Object({ id: Id, day: Day, text, ...scope, by: text, at: Instant })
export type ChartNote = Static<typeof ChartNote>

export const listChartNotes = defineRoute({
  method: 'GET',
  path: '/api/progress/notes',
  tag,
  summary: 'Заметки на графиках: общие, органа и услуги',
  access: 'progress.read',
  query: Type.Object({ service: Type.Optional(text), authority: Type.Optional(text) }),
  answer: Type.Object({ notes: Type.Array(ChartNote) }),
})
export const writeChartNote = defineRoute({
  method: 'POST',
  path: '/api/progress/notes',
  tag,
  summary: 'Написать заметку на графиках услуги, органа или всех',
  access: 'alarms.acknowledge',
  body: Type.Object({ day: Day, text: words, ...scope }),
  answer: ChartNote,
})
export const removeChartNote = defineRoute({
  method: 'DELETE',
  path: '/api/progress/notes/:id',
  tag,
  summary: 'Убрать заметку с графиков; в журнале она остаётся',
  access: 'alarms.acknowledge',
  params: Type.Object({ id: Id }),
  answer: ChartNote,
})
