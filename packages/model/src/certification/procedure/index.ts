/** The procedures of certification (Правила, разделы IV–VII): tables of states, clocks, control points, bounds of letters. */
export { PROCEDURE_ACTORS, type ProcedureActor } from './actors.ts'
export { ASSESSMENT, type AssessmentAbout } from './assessment.ts'
export {
  CONTROL_SHARES,
  type ControlPoint,
  type ControlPointState,
  controlPointFaults,
  controlPointStates,
  type ControlShare,
} from './control-points.ts'
export { CRITICAL_CASE, type CriticalAbout, NOTICE_PARTS, type NoticePart } from './critical-case.ts'
export { type LetterBounds, letterFor, readLetterBounds } from './letter-bounds.ts'
export { drawOf, MATERIALS, type MaterialsAbout } from './materials.ts'
export { OBJECT_PROCEDURE, type ObjectAbout } from './object.ts'
export { ALL_REMARK_KINDS, REMARK_KINDS, type RemarkKind } from './remarks.ts'
export { type Before, type Beginning, beginningOf } from './repetition.ts'
export { ROAD_MAP, ROAD_MAP_SECTIONS, type RoadMapAbout } from './road-map.ts'
export { SCHEDULE, type ScheduleAbout } from './schedule.ts'
export {
  MASS_LISTS,
  type MassList,
  needsExplanation,
  receptionApplies,
  resultName,
  resultsOf,
  scoreInputOf,
  type SheetResult,
} from './sheets.ts'
export { PROCEDURE_TERMS, procedureDue, type ProcedureTerm } from './terms.ts'
export { MODEL_PARTS, type ModelAbout, type ModelPart, TYPICAL_MODEL } from './typical-model.ts'
export { ALL_STANDINGS, type Standing, STANDINGS, standingOf, type Validity } from './validity.ts'
