import type { RightTable } from '../access/roles.ts'

/** Rights from what people say to what is changed (design: change). Who is responsible for a measure reports on it. */
export const CHANGE_RIGHTS = {
  'change.read': {
    name: 'смотреть, что говорят, проблемы, карту болей и меры',
    reads: true,
    machines: false,
    roles: [
      'administrator',
      'ministry_observer',
      'methodologist',
      'client_centricity_lead',
      'digital_lead',
      'authority_head',
      'evaluation_organiser',
      'authority_analyst',
    ],
  },
  'change.code': {
    name: 'кодировать высказывания темами',
    reads: false,
    machines: false,
    roles: ['administrator', 'evaluation_organiser', 'authority_analyst'],
  },
  'change.manage': {
    name: 'вести проблемы, карту болей и план мер',
    reads: false,
    machines: false,
    roles: ['administrator', 'evaluation_organiser'],
  },
  'change.approve': {
    name: 'утверждать меры и карту болей',
    reads: false,
    machines: false,
    roles: ['administrator', 'authority_head'],
  },
  'change.publish': {
    name: 'публиковать, что сделано по проблемам',
    reads: false,
    machines: false,
    roles: ['administrator', 'authority_head'],
  },
  'measures.report': {
    name: 'отчитываться о своих мерах',
    reads: false,
    machines: false,
    roles: ['administrator', 'authority_head', 'evaluation_organiser', 'authority_analyst'],
  },
} as const satisfies RightTable
