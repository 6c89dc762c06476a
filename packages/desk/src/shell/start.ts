import type { Session } from '@otklik/model/access/api'
import { mayWith } from '../access/rights.ts'
import type { Place } from './place.ts'
import { type DeskPlace, isOpen, PLACES } from './places.ts'

const beginsHere = ({ begins }: Place, role: string): boolean => begins?.includes(role) === true

/** Where the desk opens for the role acted in; without a right, at one's own access, which says what to do. */
export function startOf({ mustEnrol, membership, rights }: Session): DeskPlace['to'] {
  if (mustEnrol) return '/access'
  const open = PLACES.filter((place) => isOpen(place, mayWith(rights)))
  const usual = open.find((place) => beginsHere(place, membership?.role ?? ''))
  return (usual ?? open.find(({ right }) => right !== null))?.to ?? '/access'
}
