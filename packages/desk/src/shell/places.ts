import type { May, Right } from '../access/rights.ts'
import { SCREENS } from '../contexts/screens.ts'
import { GROUPS } from './place.ts'

export type DeskPlace = (typeof SCREENS)[number]['places'][number]

/** The places of the desk in the order of the contexts; each is shown to those who may go there. */
export const PLACES: readonly DeskPlace[] = SCREENS.flatMap(({ places }) => [...places])

/** Whether a place is shown to someone who may do this and that. */
export const isOpen = ({ right }: { readonly right: Right | null }, may: May): boolean => right === null || may(right)

/** The navigation of someone who may do this and that: groups with their places, none of them empty. */
export const groupsFor = (may: May) =>
  GROUPS.map((group) => ({
    group,
    places: PLACES.filter((place) => place.group === group && isOpen(place, may)),
  })).filter(({ places }) => places.length > 0)
