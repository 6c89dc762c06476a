import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, nullable, PaperFormat, Reason, Version } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { CONTROL_SHARES, ROAD_MAP } from '../procedure/index.ts'

const tag = 'Сертификация'
const text = Type.String()
const Act = Type.Object({ by: text, at: Instant })

const step = {
  /** 1 to 8, as приложение № 4 has them. */
  section: Type.Integer({ minimum: 1, maximum: 8 }),
  name: Type.String({ minLength: 1, maxLength: 4000 }),
  result: Type.String({ maxLength: 4000 }),
  /** Numbers of the remarks that it answers, from 1. */
  remarks: Type.Array(Type.Integer({ minimum: 1, maximum: 200 }), { maxItems: 200 }),
  due: nullable(Day),
  responsible: Type.String({ maxLength: 500 }),
  related: Type.String({ maxLength: 1000 }),
}
const ControlPoint = Type.Object({ share: Type.Enum([...CONTROL_SHARES]), due: Day })
export const RoadMapStep = Type.Object({
  ...step,
  /** As the paper has it, «3.2». */
  number: text,
  done: nullable(Type.Object({ day: Day, evidence: text })),
  overdue: Type.Boolean(),
})
export const RoadMap = Type.Object({
  id: Id,
  procedure: Id,
  version: Version,
  state: Type.Enum(['draft', 'on_agreement', 'agreed', 'approved', 'done']),
  steps: Type.Array(RoadMapStep),
  points: Type.Array(
    Type.Object({ ...ControlPoint.properties, needed: Count, state: Type.Enum(['met', 'open', 'late']) }),
  ),
  /** The remarks of the conclusion, in the order of their numbers. */
  remarks: Type.Array(text),
  begun: Act,
  submitted: nullable(Act),
  /** The last return, or why the approved map is being changed. */
  returned: nullable(Type.Object({ ...Act.properties, reason: text })),
  agreed: nullable(Act),
  approved: nullable(Act),
  finished: nullable(Act),
  /** What the caller may do now, and what is in the way of what he could. */
  moves: Type.Array(
    Type.Object({
      event: Type.Enum(['edit', 'submit', 'return', 'agree', 'approve', 'report', 'amend', 'finish']),
      name: text,
      refused: nullable(text),
    }),
  ),
})
export type RoadMap = Static<typeof RoadMap>

const one = Type.Object({ id: Id })
const { rightFor } = ROAD_MAP.table
type Event = Parameters<typeof rightFor>[0]

export const readRoadMap = defineRoute({
  method: 'GET',
  path: '/api/certification/procedures/:id/road-map-draft',
  tag,
  summary: 'Дорожная карта объекта: мероприятия, контрольные точки, ход',
  access: 'certification.read',
  params: one,
  answer: Type.Object({
    map: nullable(RoadMap),
    /** Until when it is to be drafted; null where that is over, or the year has no calendar. */
    due: nullable(Day),
    mayBegin: Type.Boolean(),
    /** Why it can't be begun; null: it can, or is there. */
    refused: nullable(text),
  }),
})
export const beginRoadMap = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/road-map-draft',
  tag,
  summary: 'Составить проект дорожной карты по замечаниям заключения (п. 26)',
  access: rightFor('begin'),
  params: one,
  answer: RoadMap,
  status: 201,
})
export const saveRoadMap = defineRoute({
  method: 'PUT',
  path: '/api/certification/road-maps/:id',
  tag,
  summary: 'Изменить проект дорожной карты',
  access: rightFor('edit'),
  params: one,
  body: Type.Object({
    version: Version,
    steps: Type.Array(Type.Object(step), { maxItems: 400 }),
    points: Type.Array(ControlPoint, { maxItems: 4 }),
  }),
  answer: RoadMap,
})
const shapeOf = (event: Event, path: string, summary: string) =>
  ({
    method: 'POST',
    path: `/api/certification/road-maps/:id/${path}`,
    tag,
    summary,
    access: rightFor(event),
    params: one,
    answer: RoadMap,
  }) as const
const move = (...given: Parameters<typeof shapeOf>) => defineRoute(shapeOf(...given))
const moveFor = (...given: Parameters<typeof shapeOf>) =>
  defineRoute({ ...shapeOf(...given), body: Type.Object({ reason: Reason }) })
export const submitRoadMap = move('submit', 'submission', 'Направить дорожную карту на согласование')
export const returnRoadMap = moveFor('return', 'return', 'Вернуть дорожную карту с замечаниями')
export const agreeRoadMap = move('agree', 'agreement', 'Согласовать дорожную карту')
export const approveRoadMap = move('approve', 'approval', 'Утвердить согласованную дорожную карту')
export const amendRoadMap = moveFor('amend', 'amendment', 'Начать изменение утверждённой дорожной карты с причиной')
export const finishRoadMap = move(
  'finish',
  'completion',
  'Признать дорожную карту реализованной: открывает повторную сертификацию (п. 31)',
)
export const reportRoadMapStep = defineRoute({
  method: 'POST',
  path: '/api/certification/road-maps/:id/steps/:step/report',
  tag,
  summary: 'Отметить выполнение мероприятия с подтверждением',
  access: rightFor('report'),
  /** The place of the step in the map, from 1. */
  params: Type.Object({ id: Id, step: Id }),
  body: Type.Object({ day: Day, evidence: Type.String({ minLength: 1, maxLength: 4000 }) }),
  answer: RoadMap,
})
export const printRoadMap = defineRoute({
  method: 'GET',
  path: '/api/certification/road-maps/:id/paper',
  tag,
  summary: 'Дорожная карта документом по приложению № 4, с замечаниями',
  access: 'certification.read',
  audit: { label: 'дорожная карта документом', subject: 'id' },
  params: one,
  query: Type.Object({ format: PaperFormat }),
  stream: 'download',
})
