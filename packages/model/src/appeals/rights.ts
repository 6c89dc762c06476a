import type { RightTable } from '../access/roles.ts'

/**
 * Rights over appeals. What people write is no business of whoever looks after accounts: an administrator sees the masked
 * register and gives the roles that do the work.
 */
export const APPEALS_RIGHTS = {
  'appeals.read': {
    name: 'смотреть обращения без личных данных',
    reads: true,
    machines: false,
    roles: [
      'administrator',
      'ministry_observer',
      'client_centricity_lead',
      'digital_lead',
      'authority_head',
      'evaluation_organiser',
      'authority_analyst',
      'appeals_officer',
      'executor',
    ],
  },
  'appeals.contacts': {
    name: 'открывать исходный текст и контакт заявителя',
    reads: true,
    machines: false,
    givenWithoutHaving: true,
    roles: ['authority_head', 'appeals_officer', 'executor'],
  },
  'appeals.receive': {
    name: 'передавать обращения',
    reads: false,
    machines: true,
    givenWithoutHaving: true,
    roles: ['evaluation_organiser', 'appeals_officer'],
  },
  'appeals.register': {
    name: 'регистрировать обращения и назначать исполнителей',
    reads: false,
    machines: false,
    givenWithoutHaving: true,
    roles: ['evaluation_organiser', 'appeals_officer'],
  },
  'appeals.decide': {
    name: 'продлевать сроки, перенаправлять и закрывать обращения',
    reads: false,
    machines: false,
    givenWithoutHaving: true,
    roles: ['authority_head', 'evaluation_organiser'],
  },
  'appeals.answer': {
    name: 'отвечать на обращения',
    reads: false,
    machines: false,
    givenWithoutHaving: true,
    roles: ['appeals_officer', 'executor'],
  },
} as const satisfies RightTable
