import { randomBytes } from 'node:crypto'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import type { DocumentTables } from './tables.ts'

export type DocumentType = DocumentTables['certification_documents']['type']
const LETTERS: Readonly<Record<DocumentType, string>> = { certificate: 'С', conclusion: 'З', notice: 'У' }

/** The next number of a kind of paper in its year, «С-2026-0012»; kept apart from others until the end of the transaction. */
export async function nextNumber(
  tx: Tx,
  type: DocumentType,
  year: number,
): Promise<{ serial: number; number: string }> {
  await waitForLock(tx, 'certificationNumbers')
  const { last } = await tx
    .selectFrom('certification_documents')
    .select(({ fn }) => fn.max('serial').as('last'))
    .where('type', '=', type)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  const serial = (last ?? 0) + 1
  return { serial, number: `${LETTERS[type]}-${year}-${String(serial).padStart(4, '0')}` }
}

/** What the address of a public page ends with: 96 random bits, so that nobody finds pages by counting. */
export const newCode = (): string => randomBytes(12).toString('base64url')
