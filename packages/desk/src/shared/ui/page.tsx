import { type ReactNode, useEffect } from 'react'
import classes from './page.module.css'

interface PageProps {
  /** The word of the navigation under which the screen stands. */
  readonly place: ReactNode
  /** The question that the screen answers. */
  readonly title: string
  /** What the answer covers: the period, the chosen slice. */
  readonly about?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Page({ place, title, about, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – Отклик`
  }, [title])
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <p className={classes.place}>{place}</p>
          <h1 className={classes.title}>{title}</h1>
          {about && <p className={classes.about}>{about}</p>}
        </div>
        {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
