import { beginOutsideSignIn, type SessionState } from '@otklik/model/access/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { startOf } from '../shell/start.ts'
import { call, type Input } from '../shared/api/call.ts'
import { sessionQuery } from './session.ts'

/** Only paths of the desk itself: a link from outside must not lead away after the sign-in. */
export const ownPath = (back: string | undefined): string | undefined =>
  back?.startsWith('/') && !/^\/[/\\]/.test(back) ? back : undefined

/** Keeps what the server said of the session and leads in, once there is one: to where a link pointed, or to the start. */
export function useEntering(back?: string): (state: SessionState) => void {
  const client = useQueryClient()
  const router = useRouter()
  return (state) => {
    // An answer still on its way tells of the time before, and must not undo this one.
    void client.cancelQueries({ queryKey: sessionQuery.queryKey })
    client.setQueryData(sessionQuery.queryKey, state)
    if (state.session !== null) router.history.push(ownPath(back) ?? startOf(state.session))
  }
}

/** Goes to the outside identity provider; the browser comes back by an address of the server. */
export function useGoingOutside() {
  return useMutation({
    mutationFn: (body: Input<typeof beginOutsideSignIn>['body']) => call(beginOutsideSignIn, { body }),
    onSuccess: ({ url }) => goTo(url),
  })
}

/** Leaves the desk for a page of the web, never for a script. */
export function goTo(url: string): void {
  if (/^https?:$/.test(new URL(url, window.location.href).protocol)) window.location.assign(url)
}
