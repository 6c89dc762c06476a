import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * The one-time key of a link. It stands behind # so that it never reaches a server's or a proxy's log, and leaves the
 * address once it is read: neither the history nor a screenshot keeps it. A link that is put into the address of the
 * open page, because the first one was cut short, loads nothing anew and is read all the same.
 */
export function useLinkToken(): string {
  const router = useRouter()
  const [token, setToken] = useState(inAddress)
  useEffect(() => {
    const take = () => {
      const given = inAddress()
      if (given === '') return
      setToken(given)
      router.history.replace(window.location.pathname + window.location.search)
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [router])
  return token
}

function inAddress(): string {
  const text = window.location.hash.slice(1)
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
