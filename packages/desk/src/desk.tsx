import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './desk.module.css'
import { Header } from './shell/header.tsx'
import { Navigation } from './shell/navigation.tsx'

/** The frame around every screen of the desk. */
export function Desk() {
  const { t } = useTranslation()
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
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
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </div>
  )
}
