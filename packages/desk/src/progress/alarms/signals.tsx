import { Button } from '@mantine/core'
import { readSignals, type Signal } from '@otklik/model/progress/api'
import { unchangedServicesIn100, unchangedWithEarlySignalIn100 } from '@otklik/model/critical'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Asked } from '../../shared/ui/states.tsx'
import classes from './signals.module.css'

const SHOWN = 20

interface SignalsProps {
  readonly service?: string | undefined
  readonly authority?: string | undefined
  /** False on a service's own page. */
  readonly named?: boolean
}

/** What is less than a critical value, closed until someone wants to know: it starts nothing and asks for nothing. */
export function Signals({ service, authority, named = true }: SignalsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery({
    ...asked(readSignals, { query: { service, authority } }),
    placeholderData: (before) => before,
  })
  return (
    <section className="panel" aria-label={t('signals.title')}>
      <Asked query={query} lines={1}>
        {({ month, signals }) =>
          month === null || signals.length === 0 ? (
            <div className="stack-tight">
              <h2>{t('signals.title')}</h2>
              <p className={`dim ${classes.about}`}>
                {month === null ? t('signals.nothing') : t('signals.none', { month: format.month(month) })}
              </p>
            </div>
          ) : (
            <details className={classes.details}>
              <summary>
                <h2>{t('signals.summary', { count: signals.length })}</h2>
              </summary>
              <SignalList signals={signals} month={month} named={named} />
            </details>
          )
        }
      </Asked>
    </section>
  )
}

interface SignalListProps {
  readonly signals: readonly Signal[]
  readonly month: string
  readonly named: boolean
}

function SignalList({ signals, month, named }: SignalListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [whole, setWhole] = useState(false)
  const chance = { twoRises: unchangedServicesIn100(2) ?? '', withoutRun: unchangedWithEarlySignalIn100 }
  return (
    <>
      <p className={`dim ${classes.about}`}>
        {t('signals.about', { month: format.month(month) })} {t('signals.chance', chance)}
      </p>
      <ul className={classes.list}>
        {(whole ? signals : signals.slice(0, SHOWN)).map((signal) => (
          <SignalItem key={`${signal.kind} ${signal.figure} ${signal.service}`} signal={signal} named={named} />
        ))}
      </ul>
      {!whole && signals.length > SHOWN && (
        <Button variant="default" size="compact-md" onClick={() => setWhole(true)}>
          {t('alarms.showAll', { count: signals.length })}
        </Button>
      )}
    </>
  )
}

function SignalItem({ signal, named }: { readonly signal: Signal; readonly named: boolean }) {
  const { t } = useTranslation()
  const { kind, figure, service, serviceName, sentence } = signal
  return (
    <li className={classes.item}>
      <div className="row">
        <span className="dim">
          {t(`signals.${kind}`)} · {t(`figures.${figure}`)}
        </span>
        {named && (
          <Link to="/services/$service" params={{ service }} search={sliceOf} className={classes.service}>
            {serviceName}
          </Link>
        )}
      </div>
      <p className={classes.sentence}>{sentence}</p>
    </li>
  )
}
