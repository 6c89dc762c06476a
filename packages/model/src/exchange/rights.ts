import type { RightTable } from '../access/roles.ts'

/** Rights over packages. */
export const EXCHANGE_RIGHTS = {
  'packages.read': {
    name: 'смотреть пакеты и квитанции',
    reads: true,
    machines: true,
    roles: [
      'administrator',
      'ministry_observer',
      'methodologist',
      'certification_curator',
      'quality_reviewer',
      'client_centricity_lead',
      'digital_lead',
      'optimisation_centre',
      'monitoring_coordinator',
      'authority_head',
      'evaluation_organiser',
      'authority_analyst',
      'data_supplier',
    ],
  },
  'packages.send': {
    name: 'передавать пакеты',
    reads: false,
    machines: true,
    roles: ['administrator', 'digital_lead', 'evaluation_organiser', 'data_supplier'],
  },
} as const satisfies RightTable
