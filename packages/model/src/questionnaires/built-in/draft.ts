import type { Page, Question, Questionnaire } from '../document/types.ts'
import { criteria, dichotomy, effort, problem, proposal, rating, recommend, ru, screening } from './parts.ts'

/** What a draft says in its own words; the rest all drafts have in common. */
export interface Draft {
  readonly code: string
  readonly title: string
  /** Which form of the Методика ОС it stands in for. */
  readonly standsFor: string
  readonly screening: string
  /** Asked right after the screening. */
  readonly first?: readonly Question[]
  readonly overall: string
  readonly rating: string
  readonly criteria: { readonly text: string; readonly rows: Readonly<Record<string, string>> }
  readonly effort: string
  readonly problem: string
  /** Left out where nobody would recommend it: an inspection, say. */
  readonly recommend?: string
  readonly proposal: string
  /** Asked at the end, with the list of municipalities; employees are not asked who they are. */
  readonly demography?: readonly Question[]
}

const page = (code: string, questions: readonly (Question | undefined)[]): Page => ({
  code,
  questions: questions.filter((question) => question !== undefined),
})

/** A draft of a form whose approved text is not at hand, out of the measures of form 1. */
export function draftOf(draft: Draft): Questionnaire {
  const { demography = [] } = draft
  return {
    format: 'otklik-questionnaire/1',
    code: draft.code,
    version: 1,
    title: ru(draft.title),
    source: `Проект, не утверждённый текст. Методика ОС, ${draft.standsFor}`,
    draft: true,
    languages: ['ru'],
    ...(demography.length > 0 && { lists: { municipalities: 'register:municipalities' } }),
    pages: [
      page('p1', [screening(draft.screening), ...(draft.first ?? [])]),
      page('p2', [
        dichotomy({ code: 'overall', measure: 'satisfaction_overall', text: draft.overall }),
        rating({ code: 'rating', measure: 'satisfaction_service', text: draft.rating }),
      ]),
      page('p3', [criteria('parts', draft.criteria.text, draft.criteria.rows)]),
      page('p4', [effort('effort', draft.effort), problem('problem', draft.problem)]),
      page('p5', [
        draft.recommend === undefined ? undefined : recommend('recommend', draft.recommend),
        proposal('proposal', draft.proposal),
      ]),
      ...(demography.length > 0 ? [page('p6', demography)] : []),
    ],
  }
}
