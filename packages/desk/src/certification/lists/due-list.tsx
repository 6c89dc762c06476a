import { IconAlertTriangle, IconCalendarTime, IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { type Due, nextDue } from './due.ts'
import classes from './due-list.module.css'
import { useListWords } from './list-words.ts'

const ICONS = { done: IconCheck, coming: IconCalendarTime, overdue: IconAlertTriangle, passed: IconMinus } as const

/** What is due next stands open; the whole calendar is a click away. */
export function DueList({ dues }: { readonly dues: readonly Due[] }) {
  const { t } = useTranslation()
  if (dues.length === 0) return null
  const first = nextDue(dues)
  return (
    <div className="stack-tight">
      {first && (
        <ul className={classes.dues}>
          <DueItem due={first} />
        </ul>
      )}
      <details className={classes.more}>
        <summary>{t('lists.allDeadlines')}</summary>
        <ul className={classes.dues}>
          {dues.map((due) => (
            <DueItem key={due.deadline.code} due={due} />
          ))}
        </ul>
      </details>
    </div>
  )
}

function DueItem({ due: { deadline, state, days } }: { readonly due: Due }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useListWords()
  const Icon = ICONS[state]
  const day = format.day(deadline.day)
  const when = state === 'coming' && days === 0 ? t('lists.due_today') : t(`lists.due_${state}`, { count: days })
  return (
    <li className={classes.due} data-state={state}>
      <Icon size={16} aria-hidden />
      <span>
        {words.deadline(deadline)}
        <br />
        <span className="dim">{t('lists.deadlineOf', { day, point: deadline.point })} – </span>
        <strong>{when}</strong>
      </span>
    </li>
  )
}
