import { asSeen, distance, inRussianLetters, likeness, oddLetters } from '../../letters/index.ts'
import { sectionSpellings } from '../../statuses/index.ts'
import { type Kind, kindRules } from '../columns.ts'
import { eventColumn } from './event-column.ts'
import { foldTitle, kindsWith } from './titles.ts'

/** A title that nobody knows and that looks like one that is known. */
export interface NearTitle {
  readonly title: string
  /** The known title that it looks like. */
  readonly meant: string
  /** The column's name, or for an event column the known title. */
  readonly name: string
}

/** What a title says however its words are parted and whichever alphabet its letters are of. */
const gist = (title: string): string => likeness(foldTitle(asSeen(title)).replace(/[\s_.-]+/g, ''))
/** So many slips are still the same title: the longer it is, the less can it be another one. */
const slips = (known: string): number => (known.length >= 9 ? 2 : known.length >= 5 ? 1 : 0)

function slipsIn(title: string, known: string): number | undefined {
  if (gist(title) === gist(known)) return 0
  const most = slips(known)
  const found = distance(foldTitle(asSeen(title)), foldTitle(known), most)
  return most > 0 && found <= most ? found : undefined
}

/** The event column that a title is near: a section in letters of two alphabets, or with a slip. */
function nearEvent(title: string): NearTitle | undefined {
  const [, section = '', rest = ''] =
    /^\s*([\p{L}\p{Mn}]{2,6})\s*([.#]\s*\d{1,4}\s*\p{L}?)\s*$/u.exec(asSeen(title)) ?? []
  const written = inRussianLetters(section.toUpperCase())
  const meant = sectionSpellings
    .map(({ spelling }) => spelling)
    .find((spelling) => spelling === written || (spelling.length > 3 && distance(spelling, written, 1) <= 1))
  const known = meant && eventColumn(meant + rest)
  return known ? { title, meant: known.title, name: known.title } : undefined
}

/**
 * The column of the kind that an unknown title most likely means, of those the header has not.
 * @param absent whether the header lacks this column.
 */
export function nearTitle(kind: Kind, title: string, absent: (name: string) => boolean): NearTitle | undefined {
  if (kindsWith(title).length > 0) return undefined
  const event = kind === 'wide' || kind === 'requests' ? nearEvent(title) : undefined
  if (event) return event
  const found = kindRules[kind].columns
    .filter(({ name }) => absent(name))
    .flatMap(({ name, aliases }) => [...aliases, name].map((meant) => ({ meant, name, wrong: slipsIn(title, meant) })))
    .filter(({ wrong }) => wrong !== undefined)
    .sort((a, b) => (a.wrong ?? 0) - (b.wrong ?? 0))[0]
  return found && { title, meant: found.meant, name: found.name }
}

/** What a title looks like and what is odd about it, in Russian, without a full stop. */
export function sayNear({ title, meant }: Pick<NearTitle, 'title' | 'meant'>): string {
  const odd = oddLetters(title, meant)
  return `Столбец «${asSeen(title)}» похож на «${meant}»${odd.length > 0 ? ` (${odd.join('; ')})` : ''}`
}
