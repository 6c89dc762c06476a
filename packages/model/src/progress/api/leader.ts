import { type Static, Type } from 'typebox'
import { Count, Day, Id, Month, nullable, Slice } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { Period, RankedService } from './figures.ts'

const text = Type.String()

export const Leader = Type.Object({
  period: Period,
  previous: Period,
  closedThrough: Month,
  /** Where things stand, what asks for attention, how far the data can be trusted. */
  sentences: Type.Array(text, { minItems: 3, maxItems: 3 }),
  /** Five services at most with the greatest expected share of refusals; those with little data are left out. */
  worst: Type.Array(RankedService, { maxItems: 5 }),
  /** Five growths at most that go on and nobody has acknowledged, the most urgent first. */
  changed: Type.Array(
    Type.Object({ id: Id, service: text, serviceName: text, sentence: text, remains: nullable(Type.Boolean()) }),
    { maxItems: 5 },
  ),
  late: Type.Object({
    packages: Type.Object({ missing: Count, late: Count }),
    /** Cases whose day is past. */
    cases: Type.Array(Type.Object({ id: Id, service: text, serviceName: text, due: Day, person: nullable(text) })),
    /** Standing deadlines of the next thirty days, the nearest first. */
    coming: Type.Array(Type.Object({ due: Day, what: text, who: text, source: text })),
  }),
  /** Whom to ask about the services above. */
  contacts: Type.Array(Type.Object({ authority: text, phone: nullable(text), mail: nullable(text) })),
})
export type Leader = Static<typeof Leader>

export const readLeader = defineRoute({
  method: 'GET',
  path: '/api/progress/leader',
  tag: 'Показатели',
  summary: 'Главное для руководителя: три предложения, худшие услуги, что изменилось, что опаздывает, кого спросить',
  access: 'progress.read',
  query: Slice,
  answer: Leader,
  figures: true,
})
