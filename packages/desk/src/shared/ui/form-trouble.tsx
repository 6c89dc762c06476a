import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../api/problem.ts'
import classes from './form-trouble.module.css'

/** Why a form was not taken: the sentence, the fields, the request id; read out at once. */
export function FormTrouble({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const failure = error instanceof Failure ? error : null
  const kind = failure === null ? 'unknown' : failure.status === 0 ? 'offline' : 'server'
  return (
    <FormNotice>
      <p>{failure?.detail || t(`trouble.${kind}`)}</p>
      {failure?.fields.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
      {failure?.requestId && <p className="small">{t('trouble.requestId', { id: failure.requestId })}</p>}
    </FormNotice>
  )
}

/** What keeps a form from being of use, read out at once. */
export function FormNotice({ children }: { readonly children: ReactNode }) {
  const notice = useRef<HTMLDivElement>(null)
  // A long form is scrolled: the notice comes to where one looks. Newer browsers answer with a promise, which is no clean-up.
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={notice} className={classes.trouble} role="alert">
      {children}
    </div>
  )
}
