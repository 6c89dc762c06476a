import type { RightTable } from '../access/roles.ts'

/** Rights over the lists of objects. */
export const CERTIFICATION_RIGHTS = {
  'lists.read': {
    name: 'смотреть перечни объектов сертификации',
    reads: true,
    machines: false,
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
    ],
  },
  'lists.prepare': {
    name: 'готовить перечни',
    reads: false,
    machines: false,
    roles: ['administrator', 'methodologist', 'certification_curator'],
  },
  'lists.approve': {
    name: 'утверждать перечни',
    reads: false,
    machines: false,
    roles: ['administrator', 'working_group'],
  },
} as const satisfies RightTable
