import type { RightTable } from '../access/roles.ts'

/** Rights over the register. */
export const REGISTER_RIGHTS = {
  'register.read': {
    name: 'смотреть реестр',
    reads: true,
    machines: true,
    roles: [
      'administrator',
      'ministry_observer',
      'methodologist',
      'certification_curator',
      'quality_reviewer',
      'working_group',
      'client_centricity_lead',
      'digital_lead',
      'optimisation_centre',
      'monitoring_coordinator',
      'authority_head',
      'evaluation_organiser',
      'authority_analyst',
    ],
  },
  'register.edit': {
    name: 'изменять реестр',
    reads: false,
    machines: false,
    roles: ['administrator', 'methodologist', 'digital_lead', 'evaluation_organiser'],
  },
} as const satisfies RightTable
