import type { Session } from '@otklik/model/access/api'
import { mayWith } from '../access/rights.ts'
import { isOpen, PLACES } from './places.ts'

/** Roles whose day does not begin with the first place that is open to them. */
const STARTS: Readonly<Record<string, (typeof PLACES)[number]['to']>> = {
  ministry_observer: '/respondents',
  working_group: '/lists',
}

/** Where the desk opens for the role acted in. */
export function startOf({ mustEnrol, membership, rights }: Session): (typeof PLACES)[number]['to'] {
  if (mustEnrol) return '/access'
  const open = PLACES.filter((place) => isOpen(place, mayWith(rights)))
  const usual = open.find(({ to }) => to === STARTS[membership?.role ?? ''])
  return (usual ?? open[0])?.to ?? '/access'
}
