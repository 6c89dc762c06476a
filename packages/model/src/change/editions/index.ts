/** Editions of the map of pains: how they come to hold, and what changed between two. */
export { type Change, type ComparedPair, type ComparedRow, compareEditions } from './compare.ts'
export {
  MAP_EVENTS,
  MAP_GUARDS,
  MAP_REFUSALS,
  MAP_STATES,
  type MapEvent,
  type MapFacts,
  type MapGuard,
  MAPS,
  type MapState,
} from './states.ts'
