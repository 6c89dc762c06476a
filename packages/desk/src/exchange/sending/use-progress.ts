import { listPackages, type PackageState, type Progress, readCalendar, readReceipt } from '@otklik/model/exchange/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { watchProgress } from './progress-streams.ts'

/** How often those ask who may be waiting for a free stream, or behind a proxy that holds streams back. */
export const ASK_AGAIN = 5000

export const isRunning = (state: PackageState): boolean => state === 'waiting' || state === 'working'

/** How far a package is, as the server tells it; null before the first word. At its end all that shows packages asks anew. */
export function useProgress(id: number): Progress | null {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    const ended = () => {
      for (const { path } of [readReceipt, listPackages, readCalendar])
        void client.invalidateQueries({ queryKey: [path] })
    }
    return watchProgress(id, { told: setProgress, ended })
  }, [id, client])
  return progress
}
