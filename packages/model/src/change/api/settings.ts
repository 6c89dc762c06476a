import { type Static, Type } from 'typebox'
import { Count, Instant, nullable, Reason } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Карта болей'
const share = Type.Number({ minimum: 0, maximum: 100 })
const number = Type.Integer({ minimum: 1, maximum: 10_000 })
const days = Type.Integer({ minimum: 1, maximum: 3650 })

/** What the map is judged by; shares in percent, terms in days. The names are those of `otklik pains compute`. */
export const PainSettingsFields = Type.Object({
  min_n: number,
  high_p: share,
  high_low: share,
  medium_p: share,
  negative_high: share,
  negative_medium: share,
  breadth_min: number,
  rated_min: number,
  term_days: Type.Object({ high: days, medium: days, low: days }),
})
export type PainSettingsFields = Static<typeof PainSettingsFields>
export const PainSettingsRecord = Type.Object({
  settings: PainSettingsFields,
  /** 0: those that the program brings. Sent back with the next change. */
  edition: Count,
  /** Null: the program's own. */
  saved: nullable(Type.Object({ at: Instant, by: Type.String() })),
})
export type PainSettingsRecord = Static<typeof PainSettingsRecord>

export const readPainSettings = defineRoute({
  method: 'GET',
  path: '/api/change/settings',
  tag,
  summary: 'Пороги карты болей',
  access: 'change.read',
  answer: PainSettingsRecord,
})
/** One for the whole installation: maps of different authorities stay comparable. Approved editions keep theirs. */
export const savePainSettings = defineRoute({
  method: 'PUT',
  path: '/api/change/settings',
  tag,
  summary: 'Изменить пороги карты болей с указанием основания',
  access: 'change.manage',
  body: Type.Object({
    edition: Count,
    settings: PainSettingsFields,
    reason: Reason,
  }),
  answer: PainSettingsRecord,
})
