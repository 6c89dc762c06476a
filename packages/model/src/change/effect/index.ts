/** What became of a share after a measure. */
export {
  type Effect,
  type EffectInput,
  type EffectMonth,
  effectOf,
  type EffectVerdict,
  type EffectWindow,
  MIX_WARNING,
} from './effect.ts'
export { readEffect } from './read.ts'
