import { type Kind, kindRules } from '@otklik/model/exchange'
import { columnNames } from '../../facts/index.ts'
import { factOf } from '../staging/tables.ts'

/** A fact whose rows replace earlier ones of the same key, in SQL. */
export interface Keyed {
  /** Where its rows are checked. */
  readonly stage: string
  /** Where the keys that are there already stand, once or several times. */
  readonly store: string
  /** The columns of the key. */
  readonly key: string
  /** A number for the key: two alike only point at a suspect. */
  readonly hash: string
  /** Everything that a row says, as one text. */
  readonly content: string
  /** The column that a note names. */
  readonly named: string
}

const origin: readonly string[] = ['package', 'file', 'row']

function keyedOf(kind: Kind, store: string): Keyed {
  const { key } = kindRules[kind]
  const fact = factOf[kind]
  const content = columnNames(fact).filter((column) => !origin.includes(column))
  return {
    stage: `stage_${fact}`,
    store,
    key: key.join(', '),
    hash: `cityHash64(${key.join(', ')})`,
    content: `toString((${content.join(', ')}))`,
    named: key[0] ?? '',
  }
}

/** All of them; a wide row is a row of requests too. */
export const keyedFacts: readonly Keyed[] = [
  keyedOf('requests', 'request_current'),
  keyedOf('payments', 'payments'),
  keyedOf('ratings', 'ratings'),
  keyedOf('complaints', 'complaints'),
  keyedOf('services', 'services'),
]
