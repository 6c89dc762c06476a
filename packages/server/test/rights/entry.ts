import type { Actor } from './people.ts'
import type { Things, World } from './world.ts'

/** A call of one route: what goes into its path and query, and its body. */
export interface Ask {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: object
  /** A body that is no JSON. */
  readonly text?: string
}
/** Makes a call about the things of a part; may put new things there first. */
export type Make = (things: Things, actor: Actor, world: World) => Ask | Promise<Ask>

/** How a call that takes a right is tried; which right that is, its route says. */
export interface RightEntry {
  readonly ask: Make
  /** The call names things of the part: those of the neighbour do not exist. */
  readonly names?: boolean
  /** How they are refused; like something unknown where the body names them. */
  readonly hidden?: readonly number[]
  /** Those with the right for whom the record is there but not theirs to change: 403. */
  readonly seenOnly?: (actor: Actor) => boolean
  /** Those with the right for whom the record is not there at all: 404, and lists are empty. */
  readonly hiddenFrom?: (actor: Actor) => boolean
  /** The answer lists records: the own part's are in it, the neighbour's are not, in files alike. */
  readonly lists?: boolean
  /** What must not be in it; by default all that is the neighbour's. */
  readonly foreign?: RegExp
  /** False: whether those who reach everything find it hangs on what they did before. */
  readonly everythingFinds?: boolean
  /** Asks a list for the neighbour's things alone: nothing is found. */
  readonly narrowed?: Make
  /** How many requests an answer counts. */
  // oxlint-disable-next-line typescript/no-explicit-any -- answers of all routes
  readonly counts?: (answer: any) => number
}
/** For everyone, signed in or not: the same answer for all. */
export interface OpenEntry {
  readonly open: Make
  /** It ends the session that it is made with. */
  readonly endsSession?: boolean
}
/** For people, about their own access. `foreign`: names what is another person's, which does not exist for them. */
export interface PersonalEntry {
  readonly personal: Make
  readonly foreign?: Make
  /** Statuses besides success, of refusals that are not the policy's. */
  readonly outcomes?: readonly number[]
}
export type Entry = RightEntry | OpenEntry | PersonalEntry
export type Entries = Readonly<Record<string, Entry>>
