import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Preferences } from '../shared/ui/preferences.tsx'
import classes from './entrance.module.css'

interface EntranceProps {
  readonly title: string
  readonly text?: string
  readonly children?: ReactNode
}

/** The frame of the pages before the desk: one column, one form. */
export function Entrance({ title, text, children }: EntranceProps) {
  useEffect(() => {
    document.title = `${title} – Отклик`
  }, [title])
  return (
    <div className={classes.entrance}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} /> Отклик
        </span>
        <Preferences />
      </header>
      <main className={classes.card}>
        <h1>{title}</h1>
        {text && <p className="dim">{text}</p>}
        {children}
      </main>
    </div>
  )
}
