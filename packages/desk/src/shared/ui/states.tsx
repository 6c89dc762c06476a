import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconInbox, IconLock } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../api/problem.ts'
import classes from './states.module.css'

interface EmptyProps {
  readonly title: string
  readonly text: string
  readonly action?: ReactNode
}

/** A place without content: what it is for, and the first step. */
export function Empty({ title, text, action }: EmptyProps) {
  return (
    <div className={classes.state}>
      <IconInbox size={32} stroke={1.5} aria-hidden />
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  )
}

export function Forbidden() {
  const { t } = useTranslation()
  return (
    <div className={classes.state}>
      <IconLock size={32} stroke={1.5} aria-hidden />
      <h2>{t('trouble.forbidden')}</h2>
      <p>{t('trouble.forbiddenText')}</p>
    </div>
  )
}

/** What happened, what is safe, what to do, and the id under which the server's log knows it. */
export function Trouble({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useTranslation()
  const failure = error instanceof Failure ? error : null
  if (failure?.status === 403) return <Forbidden />
  const kind =
    failure === null ? 'unknown' : failure.status === 0 ? 'offline' : failure.status < 500 ? 'refused' : 'server'
  return (
    <div className={`${classes.state} ${classes.trouble}`} role="alert">
      <IconAlertTriangle size={32} stroke={1.5} aria-hidden />
      <h2>{t(`trouble.${kind}`)}</h2>
      {failure?.detail ? <p>{failure.detail}</p> : null}
      <p>{t(`trouble.${kind}Text`)}</p>
      {failure?.requestId && <p className="dim small">{t('trouble.requestId', { id: failure.requestId })}</p>}
      {retry && (
        <Button variant="default" onClick={retry}>
          {t('trouble.retry')}
        </Button>
      )}
    </div>
  )
}

/** Grey shapes where content will stand; said once to a screen reader. */
export function Waiting({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useTranslation()
  return (
    <div className="panel stack" aria-busy="true">
      <span className="hidden-visually" role="status">
        {t('trouble.loading')}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={16} width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </div>
  )
}

interface AskedProps<T> {
  readonly query: UseQueryResult<T, Error>
  readonly lines?: number
  readonly children: (data: T) => ReactNode
}

/**
 * Shows the answer to a question, or that it is being waited for, or what kept it from coming. The answer to the question
 * before, which stands until the new one comes, is pale and called busy: it does not belong to what was chosen.
 */
export function Asked<T>({ query, lines, children }: AskedProps<T>) {
  if (query.data !== undefined)
    return (
      <div className={classes.asked} aria-busy={query.isPlaceholderData}>
        {children(query.data)}
      </div>
    )
  if (query.isError) return <Trouble error={query.error} retry={() => void query.refetch()} />
  return <Waiting {...(lines === undefined ? {} : { lines })} />
}
