import {
  listPackages,
  type PackageState,
  type Progress,
  readCalendar,
  readReceipt,
  watchPackage,
} from '@otklik/model/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { urlOf } from '../shared/api/call.ts'

export const isRunning = (state: PackageState): boolean => state === 'waiting' || state === 'working'

/**
 * How far a package is, as the server tells it; null before the first word. When it is done, everything that shows
 * packages asks anew. A broken line is taken up again by the browser itself.
 */
export function useProgress(id: number, running: boolean): Progress | null {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    if (!running) return undefined
    const source = new EventSource(urlOf(watchPackage, { params: { id } }))
    const refresh = () => {
      source.close()
      for (const { path } of [readReceipt, listPackages, readCalendar])
        void client.invalidateQueries({ queryKey: [path] })
    }
    source.onmessage = ({ data }: MessageEvent<string>) => {
      // The contract of the stream: every message is one Progress.
      const told: Progress = JSON.parse(data)
      setProgress(told)
      if (told.phase === 'done' || !isRunning(told.state)) refresh()
    }
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) refresh()
    }
    return () => source.close()
  }, [id, running, client])
  return progress
}
