import fc from 'fast-check'
import { ALL_OBJECT_KINDS, LETTERS } from '../kinds.ts'
import { scoreOf, type ScoreResult } from './index.ts'

export const ORDINARY = {
  kind: 'service',
  mass: false,
  regulation: 'А',
  reception: 'not_applicable',
  laboratory: 'Б',
  monitoring: 'possible',
  not_supplied: [],
  issued: '2026-03-15',
}
export const SPECIAL = { kind: 'oversight', mass: false, regulation: 'А', laboratory: 'Б', issued: '2026-03-15' }
/** Letters that give the levels 40, 55, 60, 70, 80, 90 and 100 with an assessed reception. */
export const AT = {
  40: ['В', 'В', 'В'],
  55: ['Б', 'Б', 'Б'],
  60: ['Б+', 'Б', 'Б'],
  70: ['Б+', 'Б+', 'Б+'],
  80: ['А', 'А', 'Б+'],
  90: ['А+', 'А', 'А'],
  100: ['А+', 'А+', 'А+'],
} as const
export const at = (level: keyof typeof AT) => {
  const [regulation, reception, laboratory] = AT[level]
  return { regulation, reception, laboratory }
}
export const previous = { level: 55, valid_to: '2026-03-31', withdrawn: false, road_map_done: true, equal_repeats: 0 }
/** The result of an input that must be right and not refused. */
export const scored = (given: object): ScoreResult => {
  const found = scoreOf(given)
  if ('error' in found || found.refused !== null) throw new Error(JSON.stringify(found))
  return found
}

/** Fields of an ordinary object, each right on its own. */
export const anyFields = () => ({
  kind: fc.constantFrom(...ALL_OBJECT_KINDS),
  mass: fc.boolean(),
  regulation: fc.constantFrom(...LETTERS),
  reception: fc.constantFrom(...LETTERS, 'not_applicable' as const, 'not_performed' as const),
  laboratory: fc.constantFrom(...LETTERS),
  monitoring: fc.constantFrom('possible' as const, 'impossible' as const),
  issued: fc.constantFrom('2026-03-15', '2028-02-29', '2027-12-31'),
})
