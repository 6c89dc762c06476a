import { type Receipt, sendPackage } from '@otklik/model/api'
import { urlOf } from '../shared/api/call.ts'
import { failureOf, unreachable } from '../shared/api/problem.ts'

export interface Upload {
  readonly file: File
  readonly supplier: string
  readonly date: string
}

const typeOf = (name: string): string => (name.toLowerCase().endsWith('.zip') ? 'application/zip' : 'text/csv')

/**
 * Sends a file as the body of the request; `onSent` hears how many bytes have left. `fetch` can't tell that yet, so
 * the older way is used. Sending the same file again is safe: the server knows it by its SHA-256.
 */
export function sendFile(
  { file, supplier, date }: Upload,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Receipt> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(sendPackage, { query: { supplier, date, name: file.name } }))
    request.setRequestHeader('content-type', typeOf(file.name))
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(unreachable())
    signal.addEventListener('abort', () => request.abort())
    request.onload = () => {
      const { status, responseText } = request
      if (status < 200 || status > 299) {
        return reject(failureOf(status, responseText, request.getResponseHeader('x-request-id')))
      }
      return resolve(JSON.parse(responseText))
    }
    request.send(file)
  })
}
