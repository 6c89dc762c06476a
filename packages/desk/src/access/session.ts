import { readSession, type Session, signOut, switchMembership } from '@otklik/model/access/api'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../shared/api/call.ts'
import { asked } from '../shared/api/queries.ts'

/** Who is signed in; asked before every screen, remembered for a while. The role may have been switched in another tab. */
export const sessionQuery = {
  ...asked(readSession, {}),
  staleTime: 5 * 60_000,
  refetchOnWindowFocus: 'always',
} as const

/** The session of the person at the screen; only below the desk's route, which lets nobody in without one. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery)
  if (data.session === null) throw new Error('A screen of the desk was shown without a session')
  return data.session
}

/** Acts in another role of the same person; the desk's frame notices and starts anew. */
export function useSwitchRole() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (membership: string) => call(switchMembership, { body: { membership } }),
    onSuccess: (state) => client.setQueryData(sessionQuery.queryKey, state),
    // The role may have been taken away a moment ago: the frame is told what there is now.
    onError: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: async () => {
      client.clear()
      await navigate({ to: '/sign-in', search: {} })
    },
  })
}
