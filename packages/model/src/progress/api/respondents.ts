import { type Static, Type } from 'typebox'
import { Count, LocalTime, Mean, nullable, Slice, TableFormat } from '../../api/common.ts'
import { Period } from './figures.ts'
import { defineRoute } from '../../api/route.ts'

const text = Type.String()

/** What is known of those who rated, for one authority or for all together. */
const respondents = {
  /** Services that were rated in the period. */
  services: Count,
  /** Ratings of the period. */
  respondents: Count,
  /** Of them those of today's date. */
  today: Count,
  csi: Mean,
  lastRatedAt: nullable(LocalTime),
  /** Packages of the authority's own suppliers; null where it has none, or they are out of reach. */
  packages: nullable(Type.Object({ received: Count, late: Count })),
}
export const Respondents = Type.Object({
  period: Period,
  total: Type.Object(respondents),
  /** `authority` is '' for services that the register gives to nobody. */
  rows: Type.Array(Type.Object({ authority: text, ...respondents })),
})
export type Respondents = Static<typeof Respondents>

/** In real time: fresh as soon as a package is in. */
export const readRespondents = defineRoute({
  method: 'GET',
  path: '/api/progress/respondents',
  tag: 'Показатели',
  summary: 'Сколько людей оценили услуги каждого органа',
  access: 'respondents.read',
  audit: { label: 'респонденты по органам' },
  query: Type.Object({ from: Slice.properties.from, to: Slice.properties.to, format: TableFormat }),
  answer: Respondents,
  figures: true,
})
