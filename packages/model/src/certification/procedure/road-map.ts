import { HAS_REASON, processAbout } from '../../processes/index.ts'
import { actorsNamed } from './actors.ts'
import { type ControlPoint, POINTS_IN_ORDER } from './control-points.ts'

/** The sections of a road map (Правила, приложение № 4); one without steps says «не требуется». */
export const ROAD_MAP_SECTIONS = [
  'Нормативно-правовое обеспечение',
  'Формирование (утверждение) технической документации для создания (развития) информационной системы',
  'Создание (развитие) информационной системы',
  'Проведение опытной эксплуатации',
  'Проведение приёмочных работ',
  'Аттестация и сертификация информационной системы по требованиям безопасности',
  'Ввод информационного сервиса в промышленную эксплуатацию',
  'Сертификация',
] as const

/** What the guards of a road map look at. */
export interface RoadMapAbout {
  /** The conclusion it follows from was sent. */
  readonly conclusionSent: boolean
  /** Remarks of the conclusion that no step answers. */
  readonly unanswered: number
  /** Steps without a responsible person or a date. */
  readonly unassigned: number
  readonly points: readonly ControlPoint[]
  /** Evidence of the step that is reported done. */
  readonly evidence: boolean
  /** Steps not done. */
  readonly left: number
  readonly reason: string
}

/** The road map of an object that got a conclusion, until it is carried out (Правила, пункты 26, 31). */
export const ROAD_MAP = processAbout<RoadMapAbout>()({
  title: 'Дорожная карта',
  states: {
    draft: 'проект',
    on_agreement: 'на согласовании',
    agreed: 'согласована',
    approved: 'утверждена',
    done: 'реализована',
  },
  events: {
    begin: 'составить проект',
    edit: 'изменить',
    submit: 'направить на согласование',
    return: 'вернуть с замечаниями',
    agree: 'согласовать',
    approve: 'утвердить',
    report: 'отметить выполнение мероприятия',
    amend: 'начать изменение',
    finish: 'признать реализованной',
  },
  guards: {
    conclusion_sent: {
      holds: ({ conclusionSent }) => conclusionSent,
      says: 'Заключение ещё не направлено: дорожную карту составляют по нему (п. 26).',
    },
    remarks_answered: {
      holds: ({ unanswered }) => unanswered === 0,
      says: ({ unanswered }) => `Замечаний заключения без мероприятий: ${unanswered}. Распределите их.`,
    },
    steps_assigned: {
      holds: ({ unassigned }) => unassigned === 0,
      says: ({ unassigned }) => `Мероприятий без ответственного или даты: ${unassigned}. Укажите их.`,
    },
    points_in_order: POINTS_IN_ORDER,
    has_evidence: { holds: ({ evidence }) => evidence, says: 'Нет подтверждения выполнения. Приложите его.' },
    all_done: {
      holds: ({ left }) => left === 0,
      says: ({ left }) => `Не выполнено мероприятий: ${left}. Повторная сертификация возможна после всех (п. 31).`,
    },
    has_reason: HAS_REASON,
  },
  actors: actorsNamed('road_maps.prepare', 'road_maps.coordinate', 'road_maps.agree'),
  moves: [
    { event: 'begin', from: [null], to: 'draft', by: ['road_maps.prepare'], guards: ['conclusion_sent'], point: '26' },
    { event: 'edit', from: ['draft'], to: 'same', by: ['road_maps.prepare'], guards: [] },
    {
      event: 'submit',
      from: ['draft'],
      to: 'on_agreement',
      by: ['road_maps.coordinate'],
      guards: ['remarks_answered', 'steps_assigned', 'points_in_order'],
      point: '26, приложение № 4',
    },
    { event: 'return', from: ['on_agreement'], to: 'draft', by: ['road_maps.agree'], guards: ['has_reason'] },
    { event: 'agree', from: ['on_agreement'], to: 'agreed', by: ['road_maps.agree'], guards: [], point: '26' },
    { event: 'approve', from: ['agreed'], to: 'approved', by: ['road_maps.prepare'], guards: [], point: '26' },
    { event: 'report', from: ['approved'], to: 'same', by: ['road_maps.prepare'], guards: ['has_evidence'] },
    { event: 'amend', from: ['approved'], to: 'draft', by: ['road_maps.prepare'], guards: ['has_reason'] },
    {
      event: 'finish',
      from: ['approved'],
      to: 'done',
      by: ['road_maps.coordinate'],
      guards: ['all_done'],
      point: '31',
    },
  ],
})
