import { listPackages } from '@otklik/model/exchange/api'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { isPending, makeUploadQueue, type SentUpload, type UploadQueue } from './upload-queue.ts'

const Queue = createContext<UploadQueue | null>(null)

/**
 * Keeps what is being sent while other screens are open, as long as somebody is signed in: whoever signs in next must
 * neither see nor go on with it.
 */
export function UploadsProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const [queue] = useState(() =>
    makeUploadQueue(() => void client.invalidateQueries({ queryKey: [listPackages.path] })),
  )
  useEffect(() => () => queue.stop(), [queue])
  useStay(useSyncExternalStore(queue.subscribe, () => queue.all().some(isPending)))
  return <Queue value={queue}>{children}</Queue>
}

/** Asks before the page is closed or loaded anew while that would lose something. */
function useStay(losing: boolean): void {
  useEffect(() => {
    if (!losing) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [losing])
}

export function useUploads(): UploadQueue & { readonly uploads: readonly SentUpload[] } {
  const queue = useContext(Queue)
  if (queue === null) throw new Error('useUploads is for the screens of the desk')
  return { ...queue, uploads: useSyncExternalStore(queue.subscribe, queue.all) }
}
