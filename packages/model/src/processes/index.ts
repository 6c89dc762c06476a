/** Tables of states with their words: what can happen to a thing, who may bring it about, what must hold, and a drawing. */
export { drawingOf } from './drawing.ts'
export {
  actorsOf,
  type Guard,
  HAS_REASON,
  type Move,
  type Process,
  type ProcessWords,
  processAbout,
  type Refusal,
  refusalMessage,
  step,
} from './process.ts'
