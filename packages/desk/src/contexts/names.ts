import { accessNames } from '../access/texts/names/index.ts'
import { appealsNames } from '../appeals/texts/names/index.ts'
import { calendarNames } from '../calendar/texts/names/index.ts'
import { certificationNames } from '../certification/texts/names/index.ts'
import { changeNames } from '../change/texts/names/index.ts'
import { deadlinesNames } from '../deadlines/texts/names/index.ts'
import { exchangeNames } from '../exchange/texts/names/index.ts'
import { progressNames } from '../progress/texts/names/index.ts'
import { registerNames } from '../register/texts/names/index.ts'
import type { TextSet } from '../shared/i18n/texts.ts'
import { surveysNames } from '../surveys/texts/names/index.ts'

/** What rights, audit events and calls of all contexts are called: for screens that speak of other contexts. */
export const allNames: readonly TextSet[] = [
  accessNames,
  appealsNames,
  calendarNames,
  certificationNames,
  changeNames,
  deadlinesNames,
  exchangeNames,
  progressNames,
  registerNames,
  surveysNames,
]
