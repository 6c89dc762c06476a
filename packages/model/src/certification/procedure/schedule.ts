import { HAS_REASON, processAbout } from '../../processes/index.ts'
import { actorsNamed } from './actors.ts'
import { type ControlPoint, POINTS_IN_ORDER } from './control-points.ts'

/** What the guards of a schedule look at. */
export interface ScheduleAbout {
  readonly modelApproved: boolean
  /** Authorities of the region that provide the service and stand under no control point. */
  readonly unplaced: number
  /** Authorities without a date or a responsible person. */
  readonly unassigned: number
  readonly points: readonly ControlPoint[]
  readonly reason: string
}

/** The schedule by which the authorities of a region come to conform to a model (Правила, пункты 46, 47, приложение № 3). */
export const SCHEDULE = processAbout<ScheduleAbout>()({
  title: 'План-график типовой услуги',
  states: { draft: 'проект', on_agreement: 'на согласовании', agreed: 'согласован', approved: 'утверждён' },
  events: {
    begin: 'составить проект',
    edit: 'изменить',
    submit: 'направить на согласование',
    return: 'вернуть с замечаниями',
    agree: 'согласовать',
    approve: 'утвердить',
    amend: 'начать изменение',
  },
  guards: {
    model_approved: {
      holds: ({ modelApproved }) => modelApproved,
      says: 'Модель типовой услуги ещё не утверждена (п. 46).',
    },
    all_placed: {
      holds: ({ unplaced }) => unplaced === 0,
      says: ({ unplaced }) => `Органов вне контрольных точек: ${unplaced}. Распределите их.`,
    },
    assigned: {
      holds: ({ unassigned }) => unassigned === 0,
      says: ({ unassigned }) => `Органов без даты или ответственного: ${unassigned}. Укажите их.`,
    },
    points_in_order: POINTS_IN_ORDER,
    has_reason: HAS_REASON,
  },
  actors: actorsNamed('typical.answer', 'typical.prepare'),
  moves: [
    { event: 'begin', from: [null], to: 'draft', by: ['typical.answer'], guards: ['model_approved'], point: '46' },
    { event: 'edit', from: ['draft'], to: 'same', by: ['typical.answer'], guards: [] },
    {
      event: 'submit',
      from: ['draft'],
      to: 'on_agreement',
      by: ['typical.answer'],
      guards: ['all_placed', 'assigned', 'points_in_order'],
      point: '46, приложение № 3',
    },
    { event: 'return', from: ['on_agreement'], to: 'draft', by: ['typical.prepare'], guards: ['has_reason'] },
    { event: 'agree', from: ['on_agreement'], to: 'agreed', by: ['typical.prepare'], guards: [], point: '46' },
    { event: 'approve', from: ['agreed'], to: 'approved', by: ['typical.answer'], guards: [], point: '46' },
    { event: 'amend', from: ['approved'], to: 'draft', by: ['typical.answer'], guards: ['has_reason'] },
  ],
})
