import { differenceOfVersions, type EndedSeries, endedSeriesText, type Questionnaire } from '../questionnaires/index.ts'

/** A question that is not the same in two versions. */
export interface QuestionDifference {
  readonly at: string
  readonly what: 'added' | 'removed' | 'changed' | 'moved'
  /** In the main language; of the older version where it is gone. */
  readonly text: string
  /** Fields that differ, by their names in the document. */
  readonly fields: string[]
}
export interface Difference {
  readonly questions: QuestionDifference[]
  /** Series that the newer version does not go on with, each with a Russian sentence. */
  readonly ended: (EndedSeries & { readonly message: string })[]
}

/** What the newer of two versions asks otherwise: in its own order, and last what it asks no more. */
export function compareVersions(older: Questionnaire, newer: Questionnaire): Difference {
  const { added, removed, changed, ended } = differenceOfVersions(older, newer)
  const [before, after] = [textsOf(older), textsOf(newer)]
  const fieldsOf = new Map(changed.map(({ at, fields }) => [at, [...fields]]))
  const kept = [...after].flatMap(([at, text]): QuestionDifference[] => {
    if (added.includes(at)) return [{ at, what: 'added', text, fields: [] }]
    const fields = fieldsOf.get(at)
    if (fields === undefined) return []
    return [{ at, what: fields.join() === 'page' ? 'moved' : 'changed', text, fields }]
  })
  const gone = removed.map((at) => ({ at, what: 'removed' as const, text: before.get(at) ?? '', fields: [] }))
  return {
    questions: [...kept, ...gone],
    ended: ended.map((series) => ({ ...series, message: endedSeriesText(series) })),
  }
}

const textsOf = ({ pages, languages }: Questionnaire): ReadonlyMap<string, string> =>
  new Map(pages.flatMap(({ questions }) => questions.map(({ code, text }) => [code, text[languages[0] ?? ''] ?? ''])))
