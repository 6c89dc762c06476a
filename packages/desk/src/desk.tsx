import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery, useSession } from './access/session.ts'
import classes from './desk.module.css'
import { UploadsProvider } from './exchange/sending/uploads.tsx'
import { Header } from './shell/header.tsx'
import { PaperHead } from './shell/paper-head.tsx'
import { Navigation } from './shell/navigation.tsx'
import { startOf } from './shell/start.ts'

/** The desk, as long as someone is signed in: one may have signed out in another tab. */
export function Desk() {
  const { data } = useSuspenseQuery(sessionQuery)
  const router = useRouter()
  const gone = data.session === null
  useEffect(() => {
    if (gone) void router.invalidate()
  }, [gone, router])
  return gone ? null : <Frame />
}

/** Another role sees other records: nothing that was read for the former one stays in the page. */
function useStartInAnotherRole(): void {
  const session = useSession()
  const role = session.membership?.id
  const first = useRef(role)
  const start = startOf(session)
  useEffect(() => {
    if (first.current !== role) window.location.assign(start)
  }, [role, start])
}

/** The frame around every screen of the desk. */
function Frame() {
  useStartInAnotherRole()
  const { t } = useTranslation()
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  // Another screen, or the same by another address, is on its way while the one before still stands.
  const coming = useRouterState({
    select: ({ location, resolvedLocation }) => location.href !== resolvedLocation?.href,
  })
  const shown = useRef(path)
  // A new screen is a new page: without moving the focus a screen reader would stay at the link that led here.
  useEffect(() => {
    // A dialog that was opened while the screen was loading keeps the focus: someone is typing there.
    const inDialog = (document.activeElement?.closest('[role="dialog"]') ?? null) !== null
    if (shown.current !== undefined && shown.current !== path && !inDialog) main.current?.focus({ preventScroll: true })
    shown.current = path
  }, [path])
  return (
    <div className={classes.desk}>
      <a className={classes.skip} href="#main" onClick={() => main.current?.focus()}>
        {t('nav.skip')}
      </a>
      <Header />
      <Navigation />
      <main id="main" ref={main} tabIndex={-1} className={classes.main} aria-busy={coming}>
        <UploadsProvider>
          <PaperHead />
          <Outlet />
        </UploadsProvider>
      </main>
    </div>
  )
}
