import type { RequestRow } from '@otklik/model/progress/api'
import type { May } from '../access/rights.ts'
import { type DeskPlace, isOpen, PLACES } from './places.ts'

export type Found =
  | { readonly kind: 'page'; readonly id: string; readonly name: string; readonly to: DeskPlace['to'] }
  | { readonly kind: 'service' | 'request'; readonly id: string; readonly name: string }

const SERVICES_SHOWN = 8

/** е and ё are one letter to a person who types in a hurry. */
const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').trim()

/** True if every typed word begins or stands in the name. */
const fits = (name: string, text: string): boolean => {
  const within = plain(name)
  return plain(text)
    .split(/\s+/)
    .every((word) => within.includes(word))
}

export function placesFound(text: string, may: May, nameOf: (name: DeskPlace['name']) => string): Found[] {
  return PLACES.filter((place) => isOpen(place, may))
    .map(({ to, name }): Found => ({ kind: 'page', id: to, name: nameOf(name), to }))
    .filter(({ name }) => fits(name, text))
}

export function servicesFound(text: string, services: readonly { id: string; name: string }[]): Found[] {
  if (text.trim() === '') return []
  return services
    .filter(({ id, name }) => fits(name, text) || id.startsWith(text.trim()))
    .slice(0, SERVICES_SHOWN)
    .map(({ id, name }) => ({ kind: 'service', id, name }))
}

export const requestsFound = (rows: readonly RequestRow[]): Found[] =>
  rows.map(({ request, serviceName }) => ({ kind: 'request', id: request, name: `${request} – ${serviceName}` }))
