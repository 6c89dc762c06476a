import {
  judge,
  type Item,
  type Lookup,
  lookupIn,
  OPEN,
  outlineOf,
  type PreparedQuestion,
  type Question,
  type Questionnaire,
  withoutHidden,
} from '@otklik/model/questionnaires'
import type { State } from '../state/index.ts'
import { knownLists } from '../survey-lists.ts'
import type { Survey } from '../survey.ts'
import { openPart } from './open-part.ts'
import { soFarOf } from './step.ts'

/** A question of the page: what of it may come up while the page is filled in, and what is shown now. */
export interface OnPage {
  readonly question: Question
  readonly items: readonly Item[]
  readonly shown: ReadonlySet<string>
}

/** The questions of a state's page. `live` is what a script needs to show and hide them; undefined: nothing changes. */
export interface PageContent {
  readonly questions: readonly OnPage[]
  readonly live?: Questionnaire
}

export function contentOf(survey: Survey, state: State): PageContent {
  const { prepared, lists } = survey
  const soFar = soFarOf(survey, state)
  const known = knownLists(lists)
  const judged = judge(prepared, withoutHidden(prepared, soFar, known), known)
  const here = prepared.questions.filter(({ page }) => page.code === state.page)
  const lookup = openHere(here, lookupIn(judged.values, soFar.attributes))
  const shown = new Set(judged.shown)
  const questions = here.flatMap((one) => {
    const items = mayShow(one.question, lookup) ? one.items.filter(({ row }) => !row || mayShow(row, lookup)) : []
    return items.length > 0 ? [{ question: one.question, items, shown }] : []
  })
  const live = liveOutline(survey, state, questions, lookup)
  return { questions, ...(live && { live }) }
}

function openHere(here: readonly PreparedQuestion[], known: Lookup): Lookup {
  const open = new Set(here.flatMap(({ question, items }) => [question.code, ...items.map(({ code }) => code)]))
  return (asked) => (asked.question !== undefined && open.has(asked.question) ? OPEN : known(asked))
}

type Shown = Pick<Question, 'showIf'>
const mayShow = ({ showIf }: Shown, lookup: Lookup): boolean =>
  showIf === undefined || openPart(showIf, lookup) !== false

/** The part that is still open; nothing where it holds anyway. */
function withOpenPart<T extends Shown>(part: T, lookup: Lookup): T {
  const left = part.showIf === undefined ? true : openPart(part.showIf, lookup)
  return { ...part, showIf: typeof left === 'boolean' ? undefined : left }
}

function liveOutline(
  { prepared: { questionnaire } }: Survey,
  { page }: State,
  questions: readonly OnPage[],
  lookup: Lookup,
): Questionnaire | undefined {
  const left = questions.map(({ question, items }) => ({
    ...withOpenPart(question, lookup),
    ...(question.rows && { rows: items.flatMap(({ row }) => (row ? [withOpenPart(row, lookup)] : [])) }),
  }))
  const changes = left.some(
    ({ showIf, rows, options }, at) =>
      showIf !== undefined ||
      rows?.some((row) => row.showIf !== undefined) ||
      (at < left.length - 1 && options?.some(({ end }) => end)),
  )
  return changes ? outlineOf({ ...questionnaire, pages: [{ code: page, questions: left }] }) : undefined
}
