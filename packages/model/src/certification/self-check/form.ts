import { HAS_REASON, processAbout } from '../../processes/index.ts'
import { actorsNamed } from '../procedure/actors.ts'
import type { LetterBounds } from '../procedure/letter-bounds.ts'

/** What shows that a criterion holds. */
export const CRITERION_EVIDENCE = {
  link: 'ссылка',
  act: 'реквизиты акта',
  document: 'название, дата и номер документа',
} as const
export type CriterionEvidence = keyof typeof CRITERION_EVIDENCE
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_CRITERION_EVIDENCE = Object.keys(CRITERION_EVIDENCE) as readonly CriterionEvidence[]

export interface FormCriterion {
  readonly name: string
  /** The most points it can bring, whole. */
  readonly weight: number
  /** What has to be given with any points; null: nothing. */
  readonly evidence: CriterionEvidence | null
}
export interface FormSection {
  readonly title: string
  readonly criteria: readonly FormCriterion[]
}
/** The form of a sheet of self-check, as the user's Методика has it: none is brought along. */
export interface SheetForm {
  readonly title: string
  readonly sections: readonly FormSection[]
  /** From which share of the points a letter is given; null: the letter is entered by hand. */
  readonly bounds: LetterBounds | null
}

/** The criteria of a form with their numbers, «2.1». */
export const criteriaOf = ({ sections }: SheetForm): (FormCriterion & { readonly number: string })[] =>
  sections.flatMap(({ criteria }, section) =>
    criteria.map((criterion, at) => ({ ...criterion, number: `${section + 1}.${at + 1}` })),
  )

/** What the guards of an edition of the form look at. */
export interface FormAbout {
  readonly criteria: number
  /** Titles of sections without criteria. */
  readonly emptySections: readonly string[]
  readonly reason: string
}

/** Editions of the form: what was published stays, and sheets go on by the edition that they were begun with. */
export const FORM_EDITION = processAbout<FormAbout>()({
  title: 'Бланк листа самопроверки',
  states: { draft: 'проект', published: 'опубликован', withdrawn: 'отозван' },
  events: { begin: 'начать редакцию', edit: 'изменить', publish: 'опубликовать', withdraw: 'отозвать' },
  guards: {
    has_criteria: { holds: ({ criteria }) => criteria > 0, says: 'В бланке нет ни одного критерия. Добавьте их.' },
    sections_filled: {
      holds: ({ emptySections }) => emptySections.length === 0,
      says: ({ emptySections }) =>
        `В разделах нет критериев: ${emptySections.join(', ')}. Добавьте их или уберите раздел.`,
    },
    has_reason: HAS_REASON,
  },
  actors: actorsNamed('lists.prepare'),
  moves: [
    { event: 'begin', from: [null], to: 'draft', by: ['lists.prepare'], guards: [] },
    { event: 'edit', from: ['draft'], to: 'same', by: ['lists.prepare'], guards: [] },
    {
      event: 'publish',
      from: ['draft'],
      to: 'published',
      by: ['lists.prepare'],
      guards: ['has_criteria', 'sections_filled'],
      point: '9',
    },
    { event: 'withdraw', from: ['published'], to: 'withdrawn', by: ['lists.prepare'], guards: ['has_reason'] },
  ],
})
