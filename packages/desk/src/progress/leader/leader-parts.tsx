import type { Leader } from '@otklik/model/progress/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sliceOf } from '../../shared/filters/slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { useNames } from '../../shared/i18n/names.ts'
import { useReadingText } from '../figures/reading-text.ts'
import classes from './leader.module.css'

interface PartProps {
  readonly title: string
  readonly none: string
  readonly rows: readonly { readonly key: string; readonly content: ReactNode }[]
}

/** A short list under its heading, or that there is nothing in it. */
function Part({ title, none, rows }: PartProps) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="dim">{none}</p>
      ) : (
        <ol className={classes.list}>
          {rows.map(({ key, content }) => (
            <li key={key}>{content}</li>
          ))}
        </ol>
      )}
    </section>
  )
}

function ServiceLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link to="/services/$service" params={{ service: id }} search={sliceOf}>
      {name}
    </Link>
  )
}

export function Worst({ rows }: { readonly rows: Leader['worst'] }) {
  const { t } = useTranslation()
  const word = useNames('leader')
  const format = useFormat()
  const say = useReadingText()
  const shown = rows.map((row) => ({
    key: row.service,
    content: (
      <>
        <ServiceLink id={row.service} name={row.name} />
        <br />
        <strong>{say.withInterval(row, 'refusals')}</strong>, n {format.count(row.n)}
        {row.previous !== null && `, ${t('leaderFacts.before', { value: say.value(row.previous, 'refusals') })}`}
        {row.authority !== '' && <span className="dim"> · {row.authority}</span>}
      </>
    ),
  }))
  return <Part title={word('worst')} none={word('worstNone')} rows={shown} />
}

export function Changed({ rows }: { readonly rows: Leader['changed'] }) {
  const word = useNames('leader')
  const shown = rows.map(({ id, service, serviceName, sentence, remains }) => ({
    key: String(id),
    content: (
      <>
        <ServiceLink id={service} name={serviceName} />
        <br />
        {sentence}
        {remains === true && <strong> · {word('remains')}</strong>}
      </>
    ),
  }))
  return <Part title={word('changed')} none={word('changedNone')} rows={shown} />
}

export function Late({ late }: { readonly late: Leader['late'] }) {
  const { t } = useTranslation()
  const word = useNames('leader')
  const format = useFormat()
  const { packages, cases, coming } = late
  const shown = [
    ...(packages.missing > 0 ? [{ key: 'missing', content: t('leaderFacts.missing', { n: packages.missing }) }] : []),
    ...(packages.late > 0 ? [{ key: 'late', content: t('leaderFacts.latePackages', { n: packages.late }) }] : []),
    ...cases.map(({ id, service, serviceName, due, person }) => ({
      key: `case ${id}`,
      content: (
        <>
          <ServiceLink id={service} name={serviceName} />: {t('leaderFacts.caseLate', { due: format.day(due) })},{' '}
          {person ?? word('nobody')}
        </>
      ),
    })),
  ]
  const next = coming.map(({ due, what, who, source }) => ({
    key: `${due} ${what}`,
    content: (
      <>
        <strong>{format.day(due)}</strong> {what}{' '}
        <span className="dim">
          · {who} · {source}
        </span>
      </>
    ),
  }))
  return (
    <>
      <Part title={word('late')} none={word('lateNone')} rows={shown} />
      <Part title={word('coming')} none={word('comingNone')} rows={next} />
    </>
  )
}

export function Contacts({ rows }: { readonly rows: Leader['contacts'] }) {
  const word = useNames('leader')
  const shown = rows.map(({ authority, phone, mail }) => ({
    key: authority,
    content: (
      <>
        {authority}: {[phone, mail].filter((one) => one !== null).join(', ') || word('noContact')}
      </>
    ),
  }))
  return <Part title={word('ask')} none={word('askNone')} rows={shown} />
}
