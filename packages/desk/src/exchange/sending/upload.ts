import { type Receipt, sendPackage } from '@otklik/model/exchange/api'
import { urlOf } from '../../shared/api/call.ts'
import { failureOf, unreachable } from '../../shared/api/problem.ts'
import { bodyOf } from './packing.ts'

/** A package to be sent. */
export interface Upload {
  /** One, or several that go as one package. */
  readonly files: readonly File[]
  readonly supplier: string
  readonly date: string
}

export const nameOf = ({ files }: Upload): string => files.map(({ name }) => name).join(', ')

/**
 * Sends a package as the body of the request; `onSent` hears how many bytes have left. `fetch` can't tell that yet, so
 * the older way is used. Sending the same files again is safe: the server knows them by their SHA-256.
 */
export async function sendFiles(
  { files, supplier, date }: Upload,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Receipt> {
  const { name, type, body } = await bodyOf(files)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(sendPackage, { query: { supplier, date, name } }))
    request.setRequestHeader('content-type', type)
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(unreachable())
    request.onload = () => {
      const { status, responseText } = request
      if (status < 200 || status > 299) {
        return reject(failureOf(status, responseText, request.getResponseHeader('x-request-id')))
      }
      return resolve(JSON.parse(responseText))
    }
    signal.addEventListener('abort', () => request.abort())
    // Packing takes its time: whoever sent may have left meanwhile.
    if (signal.aborted) return reject(unreachable())
    return request.send(body)
  })
}
