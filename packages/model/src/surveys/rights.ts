import type { RightTable } from '../access/roles.ts'

/** Rights over questionnaires, campaigns and what people answered. */
export const SURVEYS_RIGHTS = {
  'surveys.read': {
    name: 'смотреть анкеты, кампании и итоги опросов',
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
  'surveys.edit': {
    name: 'вести анкеты и кампании',
    reads: false,
    machines: false,
    roles: ['administrator', 'methodologist', 'evaluation_organiser'],
  },
  /** Who looks after people has no need of what people answered. */
  'answers.read': {
    name: 'смотреть отдельные ответы (первичные данные)',
    reads: true,
    machines: false,
    givenWithoutHaving: true,
    roles: [
      'ministry_observer',
      'methodologist',
      'quality_reviewer',
      'authority_head',
      'evaluation_organiser',
      'authority_analyst',
    ],
  },
  'answers.reply': {
    name: 'отвечать авторам отзывов, открывать и удалять их контакты',
    reads: false,
    machines: false,
    givenWithoutHaving: true,
    roles: ['evaluation_organiser', 'authority_head'],
  },
} as const satisfies RightTable
