/** Tables of states: what can happen to a thing, who may bring it about and what must hold, and their drawing. */
export { drawingOf } from './drawing.ts'
export {
  actorsOf,
  eventsFor,
  type Guard,
  HAS_REASON,
  type Move,
  type Process,
  processAbout,
  type Refusal,
  statesFor,
  step,
} from './process.ts'
