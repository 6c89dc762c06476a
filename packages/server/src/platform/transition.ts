import type { AuditEventName } from '@otklik/model/access'
import type { StateTable } from '@otklik/model/states'
import { type Caller, recordAudit } from './audit/index.ts'
import type { ProblemError } from './problems/index.ts'
import type { Tx } from './postgres/open.ts'

/** The types of a record with states. */
export interface Stateful {
  id: number | string
  row: { readonly state: string }
  state: string
  event: string
  guard: string
  /** What the guards look at. */
  facts: unknown
  /** The columns that can change with the state. */
  change: object
}

/** How records of one kind are loaded, checked and written along their state table. */
export interface Lifecycle<Kind extends Stateful> {
  tableOf(row: Kind['row']): Pick<StateTable<Kind['state'], Kind['event'], Kind['guard'], Kind['facts']>, 'next'>
  /** Loads the record with a row lock. Throws where it does not exist for the caller, or may not be moved. */
  hold(tx: Tx, id: Kind['id'], caller: Caller): Promise<Kind['row']>
  factsOf(tx: Tx, row: Kind['row'], caller: Caller): Promise<Kind['facts']>
  /** What a refused event is answered with. */
  refusal(row: Kind['row'], event: Kind['event'], refused: 'state' | Kind['guard'], facts: Kind['facts']): ProblemError
  save(tx: Tx, row: Kind['row'], change: Kind['change'] & { readonly state: Kind['state'] }): Promise<void>
  /** As the audit has it: `list:12`. */
  subject(row: Kind['row']): string
}

/** One transition of one record. */
export interface Step<Kind extends Stateful> {
  readonly event: Kind['event']
  /** Name of the audit event. */
  readonly what: AuditEventName
  readonly change: Kind['change']
  /** What the audit says of it besides the states. */
  readonly after?: (row: Kind['row']) => object
  /** What else belongs to it: letters, jobs; `state` is the new one. It comes before the audit, whose writers queue. */
  readonly also?: (tx: Tx, row: Kind['row'], state: Kind['state']) => Promise<void>
}

/**
 * Takes one transition in the caller's transaction: locks the record, so that of two concurrent decisions the second sees
 * the first; checks the guards; writes the change and its audit row. Returns the new state; throws the lifecycle's problems.
 */
export async function takeStep<Kind extends Stateful>(
  tx: Tx,
  lifecycle: Lifecycle<Kind>,
  id: Kind['id'],
  { event, what, change, after, also }: Step<Kind>,
  caller: Caller,
): Promise<Kind['state']> {
  const row = await lifecycle.hold(tx, id, caller)
  const facts = await lifecycle.factsOf(tx, row, caller)
  const outcome = lifecycle.tableOf(row).next(event, row.state, facts)
  if (!('to' in outcome)) throw lifecycle.refusal(row, event, outcome.refused, facts)
  const state = outcome.to
  await lifecycle.save(tx, row, { ...change, state })
  await also?.(tx, row, state)
  const { who, from, at } = caller
  const told = { before: { state: row.state }, after: { state, ...after?.(row) } }
  await recordAudit(tx, { who, what, subject: lifecycle.subject(row), ...told, from, at })
  return state
}
