import { processAbout } from '../../processes/index.ts'
import type { Letter } from '../kinds.ts'
import { actorsNamed } from '../procedure/actors.ts'
import { letterFor } from '../procedure/letter-bounds.ts'
import { criteriaOf, type SheetForm } from './form.ts'

/** What an authority has marked of one criterion. */
export interface Mark {
  /** Of the criterion in its form, «2.1». */
  readonly number: string
  /** Whole points, up to its weight; null: not marked yet. */
  readonly earned: number | null
  /** Where it can be seen; empty where nothing is asked for. */
  readonly evidence: string
  readonly note: string
}

/** The mark of a criterion, an empty one where there is none. */
const markOf = (marks: readonly Mark[], number: string): Mark =>
  marks.find((mark) => mark.number === number) ?? { number, earned: null, evidence: '', note: '' }

/** Numbers of criteria without a mark, or without the evidence that their points need. */
export const unmarkedOf = (form: SheetForm, marks: readonly Mark[]): string[] =>
  criteriaOf(form)
    .filter(({ number, evidence: needed }) => {
      const { earned, evidence } = markOf(marks, number)
      return earned === null || (earned > 0 && needed !== null && evidence.trim() === '')
    })
    .map(({ number }) => number)

/** The first mark that does not fit the form, in a Russian sentence; null: all do. */
export function markFault(form: SheetForm, marks: readonly Mark[]): string | null {
  const criteria = new Map(criteriaOf(form).map((criterion) => [criterion.number, criterion]))
  const seen = new Set<string>()
  for (const { number, earned } of marks) {
    const criterion = criteria.get(number)
    if (criterion === undefined) return `Критерия ${number} в бланке нет.`
    if (seen.has(number)) return `Критерий ${number} отмечен дважды.`
    seen.add(number)
    if (earned !== null && earned > criterion.weight)
      return `Критерий ${number}: баллов ${earned}, а наибольшее число – ${criterion.weight}.`
  }
  return null
}

/** What was earned of the most there could be, in points. */
export function pointsOf(form: SheetForm, marks: readonly Mark[]): { readonly earned: number; readonly most: number } {
  const criteria = criteriaOf(form)
  const sum = (of: (number: string, weight: number) => number): number =>
    criteria.reduce((total, { number, weight }) => total + of(number, weight), 0)
  return { earned: sum((number) => markOf(marks, number).earned ?? 0), most: sum((_, weight) => weight) }
}

/**
 * The letter of a sheet: by the form's bounds where it has them, once every criterion is marked; the one entered by hand
 * otherwise. Null: there is none yet.
 */
export function letterOfSheet(form: SheetForm, marks: readonly Mark[], entered: Letter | null): Letter | null {
  if (form.bounds === null) return entered
  if (unmarkedOf(form, marks).length > 0) return null
  const { earned, most } = pointsOf(form, marks)
  return most > 0 ? letterFor(earned, most, form.bounds) : null
}

/** What the guards of a sheet look at. */
export interface SelfCheckAbout {
  readonly formPublished: boolean
  readonly unmarked: readonly string[]
  readonly letter: Letter | null
}

/** The sheet of self-check that an authority fills in for its object (Правила, пункт 9). */
export const SELF_CHECK = processAbout<SelfCheckAbout>()({
  title: 'Лист самопроверки',
  states: { draft: 'заполняется', signed: 'подписан' },
  events: { begin: 'начать', fill: 'заполнить', sign: 'подписать' },
  guards: {
    form_published: {
      holds: ({ formPublished }) => formPublished,
      says: 'Бланк листа самопроверки ещё не опубликован. Обратитесь в Аналитический центр.',
    },
    all_marked: {
      holds: ({ unmarked }) => unmarked.length === 0,
      says: ({ unmarked }) => `Не отмечены критерии или нет подтверждений: ${unmarked.join(', ')}. Заполните их.`,
    },
    has_letter: { holds: ({ letter }) => letter !== null, says: 'Не указана буква самопроверки. Выберите её.' },
  },
  actors: actorsNamed('self_checks.fill'),
  moves: [
    { event: 'begin', from: [null], to: 'draft', by: ['self_checks.fill'], guards: ['form_published'], point: '9' },
    { event: 'fill', from: ['draft'], to: 'same', by: ['self_checks.fill'], guards: [] },
    { event: 'sign', from: ['draft'], to: 'signed', by: ['self_checks.fill'], guards: ['all_marked', 'has_letter'] },
  ],
})
