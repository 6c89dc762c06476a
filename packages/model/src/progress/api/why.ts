import { type Static, Type } from 'typebox'
import { Count, Month, nullable, Slice, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { WHY_DIMENSIONS } from '../../contributions/dimensions.ts'

/** Shares whose change is taken apart. The CSI is a mean and has no numerator to be split. */
export const WhyIndicator = Type.Enum(['refusals', 'errors'])

const number = nullable(Type.Number())
const PeriodShare = Type.Object({ n: Count, x: Count, value: number })
/** Points of percent, rounded to 4 decimals. `a` is the period compared with, `b` the one explained. */
const Contribution = Type.Object({
  key: Type.String(),
  n_a: Count,
  x_a: Count,
  n_b: Count,
  x_b: Count,
  /** Its own share moved. */
  rate_effect: Type.Number(),
  /** It became a larger or smaller part of all. */
  mix_effect: Type.Number(),
  total: Type.Number(),
  /** 95 % limits of the total; null where one of the periods has no cases of the key. */
  low: number,
  high: number,
})
export const Why = Type.Object({
  a: PeriodShare,
  b: PeriodShare,
  change: number,
  by: Type.Record(Type.String(), Type.Array(Contribution)),
})
export type Why = Static<typeof Why>
export type WhyContribution = Static<typeof Contribution>
export type WhyIndicator = Static<typeof WhyIndicator>

export const readWhy = defineRoute({
  method: 'GET',
  path: '/api/progress/why',
  tag: 'Показатели',
  summary: 'Почему изменилась доля: вклад услуг, подразделений, каналов, видов отказа и заявителей',
  access: 'progress.read',
  audit: { label: 'разбор изменения показателя' },
  query: Type.Object({
    ...Slice.properties,
    indicator: WhyIndicator,
    from: Month,
    to: Month,
    against: Type.Optional(
      Type.String({
        pattern: '^20\\d{2}-(0[1-9]|1[0-2]):20\\d{2}-(0[1-9]|1[0-2])$',
        description: 'Период сравнения, ГГГГ-ММ:ГГГГ-ММ; если не указан – по versus',
      }),
    ),
    by: Type.Optional(Type.String({ description: `Через запятую: ${WHY_DIMENSIONS.join(',')}` })),
    format: TableFormat,
  }),
  answer: Why,
  figures: true,
})
