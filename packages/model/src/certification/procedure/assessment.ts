import { HAS_REASON, processAbout } from '../../processes/index.ts'
import { actorsNamed } from './actors.ts'

/** What the guards of a sheet of assessment look at. */
export interface AssessmentAbout {
  /** Whoever acts is the assessor of the sheet. */
  readonly mine: boolean
  /** Criteria without a mark, or without the evidence that they need. */
  readonly unmarked: number
  /** A letter, or the word that stands for it. */
  readonly result: string | null
  /** The reception does not apply, or is not carried out: then why is said. */
  readonly explained: boolean
  /** The level is being checked, or fixed. */
  readonly levelSubmitted: boolean
  readonly reason: string
}

/** One part of the assessment of an object: a sheet with its assessor, evidence and letter (Правила, пункт 18). */
export const ASSESSMENT = processAbout<AssessmentAbout>()({
  title: 'Лист оценки',
  states: { draft: 'заполняется', signed: 'подписан' },
  events: { begin: 'начать', fill: 'заполнить', sign: 'подписать', reopen: 'вернуть к заполнению' },
  guards: {
    own_sheet: {
      holds: ({ mine }) => mine,
      says: 'Лист заполняет и подписывает его эксперт. Смените эксперта или попросите его.',
    },
    marked: {
      holds: ({ unmarked }) => unmarked === 0,
      says: ({ unmarked }) => `Не заполнено критериев: ${unmarked}. Отметьте их и приложите подтверждения.`,
    },
    has_result: { holds: ({ result }) => result !== null, says: 'Не указана буква оценки.' },
    explained: {
      holds: ({ explained }) => explained,
      says: 'Оценка не проведена, а причина не указана. Напишите её (п. 17, 18).',
    },
    before_level: {
      holds: ({ levelSubmitted }) => !levelSubmitted,
      says: 'Уровень уже на проверке или определён. Сначала верните его.',
    },
    has_reason: HAS_REASON,
  },
  actors: actorsNamed('certification.assess'),
  moves: [
    { event: 'begin', from: [null], to: 'draft', by: ['certification.assess'], guards: ['before_level'], point: '17' },
    { event: 'fill', from: ['draft'], to: 'same', by: ['certification.assess'], guards: ['own_sheet'] },
    {
      event: 'sign',
      from: ['draft'],
      to: 'signed',
      by: ['certification.assess'],
      guards: ['own_sheet', 'has_result', 'explained', 'marked'],
      point: '18',
    },
    {
      event: 'reopen',
      from: ['signed'],
      to: 'draft',
      by: ['certification.assess'],
      guards: ['before_level', 'has_reason'],
    },
  ],
})
