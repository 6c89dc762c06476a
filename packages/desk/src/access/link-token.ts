import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * The one-time key of a link. It stands behind # so that it never reaches a server's or a proxy's log, and leaves the
 * address once it is read: neither the history nor a screenshot keeps it.
 */
export function useLinkToken(): string {
  const router = useRouter()
  const [token] = useState(() => decoded(window.location.hash.slice(1)))
  useEffect(() => {
    if (token !== '') router.history.replace(window.location.pathname + window.location.search)
  }, [router, token])
  return token
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
