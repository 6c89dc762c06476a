import type { RightTable } from './roles.ts'

/** Rights over people, organisations, keys and the audit. */
export const ACCESS_RIGHTS = {
  'suppliers.read': {
    name: 'смотреть поставщиков и ключи',
    reads: true,
    machines: false,
    roles: ['administrator', 'ministry_observer', 'digital_lead', 'authority_head'],
  },
  'suppliers.manage': {
    name: 'вести поставщиков и ключи',
    reads: false,
    machines: false,
    roles: ['administrator', 'digital_lead'],
  },
  'people.read': {
    name: 'смотреть людей и организации',
    reads: true,
    machines: false,
    roles: [
      'administrator',
      'ministry_observer',
      'client_centricity_lead',
      'digital_lead',
      'monitoring_coordinator',
      'authority_head',
      'evaluation_organiser',
    ],
  },
  'people.manage': {
    name: 'вести людей и организации',
    reads: false,
    machines: false,
    roles: ['administrator'],
  },
  'audit.read': {
    name: 'смотреть журнал действий',
    reads: true,
    machines: false,
    roles: ['administrator', 'ministry_observer', 'authority_head'],
  },
} as const satisfies RightTable
