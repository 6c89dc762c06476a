import { listPackages } from '@otklik/model/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sendFile, type Upload } from './upload.ts'

export interface SentUpload extends Upload {
  readonly key: number
  readonly sent: number
  /** The package that the server made of the file. */
  readonly package: number | null
  readonly error: unknown
}

/** Files on their way, one after another so that they do not take the line from each other. */
export function useUploads() {
  const client = useQueryClient()
  const [uploads, setUploads] = useState<readonly SentUpload[]>([])
  const counter = useRef(0)
  const queue = useRef(Promise.resolve())
  const change = (key: number, what: Partial<SentUpload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...what } : upload)))

  const sendOne = async (upload: SentUpload) => {
    try {
      const receipt = await sendFile(upload, (sent) => change(upload.key, { sent }))
      change(upload.key, { sent: upload.file.size, package: receipt.id })
    } catch (error) {
      change(upload.key, { error })
    }
    await client.invalidateQueries({ queryKey: [listPackages.path] })
  }

  const send = async (files: readonly File[], { supplier, date }: Omit<Upload, 'file'>) => {
    const fresh = files.map((file): SentUpload => {
      counter.current += 1
      return { file, supplier, date, key: counter.current, sent: 0, package: null, error: null }
    })
    const again = (upload: SentUpload) => upload.error !== null && files.includes(upload.file)
    setUploads((all) => [...fresh, ...all.filter((upload) => !again(upload))])
    for (const upload of fresh) queue.current = queue.current.then(() => sendOne(upload))
    await queue.current
  }
  return { uploads, send }
}
