import { prepare, type Prepared } from '../answering/index.ts'
import type { Question, Questionnaire } from '../document/types.ts'
import { endedSeries, type EndedSeries } from './series.ts'

/** What a new version does to the questions of the last one, by their codes, and which series it ends. */
export interface VersionDifference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Questions that stayed, with the names of their fields that differ: `text`, `options`, `showIf`, or `page`. */
  readonly changed: readonly { readonly at: string; readonly fields: readonly string[] }[]
  readonly ended: readonly EndedSeries[]
}

export function differenceOfVersions(previous: Questionnaire, next: Questionnaire): VersionDifference {
  const [old, now] = [prepare(previous), prepare(next)]
  const codesOf = ({ byCode }: Prepared): string[] => [...byCode.keys()]
  const changed = codesOf(now).flatMap((at) => {
    const fields = fieldsThatDiffer(old, now, at)
    return fields.length > 0 ? [{ at, fields }] : []
  })
  return {
    added: codesOf(now).filter((code) => !old.byCode.has(code)),
    removed: codesOf(old).filter((code) => !now.byCode.has(code)),
    changed,
    ended: endedSeries(previous, next),
  }
}

function fieldsThatDiffer(old: Prepared, now: Prepared, code: string): string[] {
  const [before, after] = [old.byCode.get(code), now.byCode.get(code)]
  if (!before || !after) return []
  const names = new Set([...Object.keys(before.question), ...Object.keys(after.question)])
  const differs = (name: string): boolean => written(before.question, name) !== written(after.question, name)
  const moved = before.page.code === after.page.code ? [] : ['page']
  return [...[...names].filter(differs), ...moved]
}

/** A field as canonical JSON: the order of keys says nothing. */
function written(question: Question, name: string): string | undefined {
  const value = Object.entries(question).find(([own]) => own === name)?.[1]
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
