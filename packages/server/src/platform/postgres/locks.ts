import { sql } from 'kysely'
import type { Tx } from './open.ts'

/**
 * PostgreSQL's advisory locks by what they keep apart. Every process has to mean the same by a number, and no two things
 * the same number: a new lock takes the next one, and a number once given stays.
 */
export const LOCKS = {
  /** One process changes the schema. */
  migrations: 7_203_114,
  /** Records of the audit go one after another. */
  audit: 7_203_115,
  /** No two editions of a list take the same number. */
  certificationLists: 7_203_116,
  /** Files of services change the register one after another. */
  registeredServices: 7_203_117,
  /** Changes of the tree of organisations go one after another. */
  organisations: 7_203_118,
  /** There is one first administrator. */
  firstStart: 7_203_119,
  /** One import runs at a time. */
  imports: 7_203_120,
  /** Of two returns with one outside identity the second sees what the first has done. By the identity. */
  outsideIdentities: 7_203_121,
  /** Of two packages of the same bytes the second sees the first. By supplier and hash. */
  receivedPackages: 7_203_122,
  /** Of two who save a year of the working calendar the second sees what the first has saved. */
  calendarYears: 7_203_130,
  /** One process counts answers of surveys at a time. */
  surveyCounting: 7_203_132,
  /** Editions of the rubricator come one after another. */
  rubricator: 7_203_140,
  /** Of two who save thresholds of the map the second sees what the first has saved. */
  painSettings: 7_203_141,
  /** Certificates, conclusions and notices get their numbers one after another. */
  certificationNumbers: 7_203_145,
  /** Of two files of appeals of the same bytes the second sees the first. By authority and hash. */
  appealsLoads: 7_203_150,
  /** What is found in a supplier's days is kept by one at a time. By the supplier. */
  feedFindings: 7_203_160,
} as const
export type LockName = keyof typeof LOCKS

/**
 * Waits until nobody else holds the lock and holds it until the end of the transaction.
 * @param key one of many things that the lock is about; none: all of them.
 */
export async function waitForLock(tx: Tx, name: LockName, key?: string): Promise<void> {
  const number = LOCKS[name]
  if (key === undefined) await sql`SELECT pg_advisory_xact_lock(${number})`.execute(tx)
  else await sql`SELECT pg_advisory_xact_lock(${number}::int, hashtext(${key}))`.execute(tx)
}
