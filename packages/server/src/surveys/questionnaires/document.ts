import { FORMAT, type Questionnaire, readQuestionnaire } from '@otklik/model/questionnaires'
import { faultyDocument } from '../problems.ts'

/** The title in the main language. */
export const titleOf = ({ title, languages, code }: Questionnaire): string => title[languages[0] ?? ''] || code

/** What makes a document that of this questionnaire: its code and version are not the document's to choose. */
export interface Identity {
  readonly code: string
  readonly version: number
}

/** Reads a document as it came; throws a problem that names every fault. */
export function documentOf(given: unknown, { code, version }: Identity): Questionnaire {
  const read = readQuestionnaire(given)
  if ('faults' in read) throw faultyDocument(read.faults)
  return { ...read.questionnaire, code, version }
}

/** One page with nothing on it. */
export const emptyDocument = ({ code, version }: Identity, title: string): Questionnaire => ({
  format: FORMAT,
  code,
  version,
  title: { ru: title },
  languages: ['ru'],
  pages: [{ code: 'p1', questions: [] }],
})

/** A copy under another code. What was built from single questions of the sources is a project of its own from now on. */
export function copyOf(source: Questionnaire, { code, version }: Identity, title: string): Questionnaire {
  const { draft: _, ...kept } = source
  return { ...kept, code, version, title: { ...source.title, [source.languages[0] ?? 'ru']: title } }
}
