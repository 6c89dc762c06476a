import { sizeOf } from './packing.ts'
import { sendFiles, type Upload } from './upload.ts'

export interface SentUpload extends Upload {
  readonly key: number
  readonly sent: number
  /** The package that the server made of it. */
  readonly package: number | null
  readonly error: unknown
}

/** Whether it would be lost if the page were closed now. */
export const isPending = ({ package: made, error }: SentUpload): boolean => made === null && error === null

export interface UploadQueue {
  readonly all: () => readonly SentUpload[]
  /** Hears of every change; the answer stops it. */
  readonly subscribe: (changed: () => void) => () => void
  readonly send: (uploads: readonly Upload[]) => void
  readonly retry: (key: number) => void
  /** Takes what has arrived off the list. */
  readonly forget: () => void
  /** Breaks off what is on its way and sends nothing more. */
  readonly stop: () => void
}

/**
 * Packages on their way, one after another so that they do not take the line from each other.
 * @param arrived hears of each that has come to its end, for good or ill.
 */
export function makeUploadQueue(arrived: () => void, sendOne = sendFiles): UploadQueue {
  let uploads: readonly SentUpload[] = []
  let keys = 0
  let line = Promise.resolve()
  const stopped = new AbortController()
  const listeners = new Set<() => void>()
  const set = (next: readonly SentUpload[]) => {
    uploads = next
    for (const changed of listeners) changed()
  }
  const change = (key: number, what: Partial<SentUpload>) =>
    set(uploads.map((upload) => (upload.key === key ? { ...upload, ...what } : upload)))

  const carry = async (key: number) => {
    const upload = uploads.find((one) => one.key === key)
    if (upload === undefined || stopped.signal.aborted) return
    try {
      const receipt = await sendOne(upload, (sent) => change(key, { sent }), stopped.signal)
      change(key, { sent: sizeOf(upload.files), package: receipt.id })
    } catch (error) {
      change(key, { error })
    }
    if (!stopped.signal.aborted) arrived()
  }
  const enqueue = (key: number) => {
    line = line.then(() => carry(key))
  }
  return {
    all: () => uploads,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    send: (given) => {
      const fresh = given.map((upload): SentUpload => ({ ...upload, key: ++keys, sent: 0, package: null, error: null }))
      set([...fresh, ...uploads])
      for (const { key } of fresh) enqueue(key)
    },
    retry: (key) => {
      change(key, { sent: 0, error: null })
      enqueue(key)
    },
    forget: () => set(uploads.filter((upload) => upload.package === null)),
    stop: () => stopped.abort(),
  }
}
