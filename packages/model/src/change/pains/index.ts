/** Problems, their figures and the map of pains (seed 003, п. 4.6, 4.7, приложение № 2). */
export { computePains } from './compute.ts'
export { compareRows } from './order.ts'
export { influenceOf, prevalenceOf, priorityOf } from './judge.ts'
export { type Fault, isEmpty, readPains } from './read.ts'
export { readSettings, settingsFaults } from './settings.ts'
export {
  measuresWithoutRow,
  type PainTable,
  painTable,
  TABLE_HEADINGS,
  TABLE_TITLE,
  type TableMeasure,
  type TableProblem,
  type TableProcess,
} from './table.ts'
export {
  FEASIBILITY,
  type Feasibility,
  type Flag,
  FLAGS,
  type Item,
  type PainCell,
  type PainMap,
  type PainRow,
  type PainSettings,
  type PainsInput,
  type PlannedMeasure,
  type Prevalence,
  type Priority,
  type Problem,
  type Process,
  type Respondent,
  USUAL_SETTINGS,
} from './types.ts'
export { PREVALENCE_WORDS } from './why.ts'
