import { type Receipt, sendPackage } from '@otklik/model/exchange/api'
import { urlOf } from '../../shared/api/call.ts'
import { bodyOf } from './packing.ts'
import { postFile } from './post-file.ts'

/** A package to be sent. */
export interface Upload {
  /** One, or several that go as one package. */
  readonly files: readonly File[]
  readonly supplier: string
  readonly date: string
}

export const nameOf = ({ files }: Upload): string => files.map(({ name }) => name).join(', ')

/** Sends a package as the body of the request. Sending the same files again is safe: the server knows them by their SHA-256. */
export async function sendFiles(
  { files, supplier, date }: Upload,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Receipt> {
  const { name, type, body } = await bodyOf(files)
  return postFile({ url: urlOf(sendPackage, { query: { supplier, date, name } }), type, body }, onSent, signal)
}
