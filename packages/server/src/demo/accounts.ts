import { ALL_ROLES, type RoleName, ROLES } from '@otklik/model/access'
import type { Place } from './organisations.ts'

/** One password for every account: a demonstration holds nothing that needs a secret, and listens on this machine alone. */
export const DEMO_PASSWORD = 'pokazatelnaya-oblast'

/** Who sees and may do everything; the account that the first page of the documentation names. */
export const demoAccount = { login: 'demo', name: 'Аналитик демонстрации', password: DEMO_PASSWORD } as const

export interface DemoPerson {
  readonly login: string
  readonly name: string
  readonly held: readonly { readonly role: RoleName; readonly place: Place }[]
}

/** Where each role is held, and a login that says which one it is. */
const HOLDERS: Readonly<Record<RoleName, readonly [login: string, place: Place]>> = {
  administrator: ['admin', 'region'],
  ministry_observer: ['ministry', 'ministry'],
  methodologist: ['methodologist', 'centre'],
  certification_curator: ['curator', 'centre'],
  quality_reviewer: ['reviewer', 'centre'],
  working_group: ['working-group', 'ministry'],
  client_centricity_lead: ['client-lead', 'region'],
  digital_lead: ['digital-lead', 'region'],
  optimisation_centre: ['optimisation', 'optimisation'],
  monitoring_coordinator: ['coordinator', 'department'],
  authority_head: ['head', 'education'],
  evaluation_organiser: ['organiser', 'education'],
  authority_analyst: ['analyst', 'education'],
  appeals_officer: ['appeals', 'education'],
  executor: ['executor', 'education'],
  data_supplier: ['supplier', 'mfc'],
  interviewer: ['interviewer', 'mfc-1'],
  phone_operator: ['phone', 'mfc'],
  paper_clerk: ['paper', 'mfc-2'],
}

/** One account for every role, and one person who has three. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...ALL_ROLES.map((role) => {
    const [login, place] = HOLDERS[role]
    return { login, name: `${ROLES[role].name} (демо)`, held: [{ role, place }] }
  }),
  {
    login: 'three-roles',
    name: 'Человек с тремя ролями (демо)',
    held: [
      { role: 'authority_analyst', place: 'education' },
      { role: 'evaluation_organiser', place: 'social' },
      { role: 'monitoring_coordinator', place: 'department' },
    ],
  },
]
