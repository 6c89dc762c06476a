import { failureOf, unreachable } from '../../shared/api/problem.ts'

interface Posted {
  readonly url: string
  readonly type: string
  readonly body: Blob
}

/**
 * Sends a file as the body of a call; `onSent` hears how many bytes have left. `fetch` can't tell that yet, so the older way
 * is used. The answer is what the contract of the call says.
 */
export function postFile<T>(
  { url, type, body }: Posted,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
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
