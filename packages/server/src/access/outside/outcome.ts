import { deskPath } from './desk-path.ts'

/** Why the way in ended; words of the desk's address. */
export type Trouble = 'denied' | 'expired' | 'unavailable' | 'failed' | 'unknown_identity' | 'invitation_void' | 'taken'

/** Where the browser goes on to, with the secret of the session that was opened. */
export interface Outcome {
  readonly path: string
  readonly secret?: string
}

export const SIGN_IN = '/sign-in'
export const OWN_ACCESS = '/access'

export const troubled = (page: string, trouble: Trouble): Outcome => ({ path: `${page}?trouble=${trouble}` })

/** A second factor is asked for where passwords are: the page finds out by itself that a code is awaited. */
export function awaitingCode(secret: string, back: string | null): Outcome {
  const path = deskPath(back)
  return { secret, path: path === '/' ? SIGN_IN : `${SIGN_IN}?back=${encodeURIComponent(path)}` }
}
