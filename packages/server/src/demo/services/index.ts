import { BUILDING } from './building.ts'
import { ECONOMY } from './economy.ts'
import { EDUCATION } from './education.ts'
import { NATURE } from './nature.ts'
import { RECORDS } from './records.ts'
import { SOCIAL } from './social.ts'
import type { ServiceProfile } from './service-shape.ts'

/** The forty services of the made-up region: everyday kinds, no entry of any real register. */
export const SERVICES: readonly ServiceProfile[] = [
  ...SOCIAL,
  ...EDUCATION,
  ...NATURE,
  ...BUILDING,
  ...RECORDS,
  ...ECONOMY,
]

export * from './service-shape.ts'
