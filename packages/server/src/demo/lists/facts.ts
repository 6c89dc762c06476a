import type { ListEntry } from '@otklik/model/certification/api'
import type { Letter, YearFacts } from '@otklik/model/certification'
import type { SavedEntry } from '../../certification/index.ts'

const LETTERS: readonly Letter[] = ['А', 'Б+', 'А+', 'Б', 'А', 'Б+', 'В', 'Б', 'А']
/** One object for every reason to be left out, by its place in the list. */
const TROUBLES: Readonly<Record<number, Partial<YearFacts>>> = {
  7: { form: 'not_remote' },
  13: { contacts: false },
  17: { ending: { way: 'merged', when: 'next_year', act: 'постановление Правительства области от 02.09 № 418-п' } },
  22: { roadMapFailed: true },
  27: { access: false },
  31: { ending: { way: 'closed', when: 'this_year', act: 'приказ от 14.01 № 7' }, contacts: false },
}

/** What has come about every object by the time the list is approved. */
export const settledFacts = (entries: readonly ListEntry[]): SavedEntry[] =>
  entries.flatMap((entry, at) => saved(entry, { ...told(entry, at), ...TROUBLES[at] }))

/** What has come by the autumn before: of every third object nothing yet. */
export const firstFacts = (entries: readonly ListEntry[]): SavedEntry[] =>
  entries.flatMap((entry, at) => (at % 3 === 2 ? [] : saved(entry, { ...told(entry, at + 4), ...TROUBLES[at] })))

const told = ({ address }: ListEntry, at: number): YearFacts => ({
  selfCheck: LETTERS[at % LETTERS.length] ?? null,
  form: address === null ? 'not_online' : 'open',
  ending: null,
  roadMapFailed: false,
  contacts: true,
  access: address !== null,
  mass: at % 5 === 0 ? `Пункт ${at + 3} перечня МСЗУ` : null,
})

const saved = ({ id, year }: ListEntry, facts: YearFacts): SavedEntry[] =>
  year === null ? [] : [{ id, version: year.version, ...facts, ending: facts.ending && { ...facts.ending } }]
