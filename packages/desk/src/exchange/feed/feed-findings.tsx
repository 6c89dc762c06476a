import { Button } from '@mantine/core'
import { CALENDAR_DAYS } from '@otklik/model/exchange'
import { type FeedFinding, listFindings } from '@otklik/model/exchange/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FileLinks } from '../../shared/table/file-links.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Asked } from '../../shared/ui/states.tsx'
import { shiftDay, today } from '../packages/days.ts'
import type { PackagesSearch } from '../packages/packages-search.ts'
import classes from './feed-findings.module.css'

const FIRST = 5
const MOST = 200

/** What is wrong in packages that were taken in, by the past of their suppliers: of the calendar's days, or of the chosen one. */
export function FeedFindings({ search: { supplier, day, until } }: { readonly search: PackagesSearch }) {
  const { t } = useTranslation()
  const to = day ?? until ?? today()
  const from = day ?? shiftDay(to, 1 - CALENDAR_DAYS)
  const asking = { supplier, from, to, state: 'standing' as const }
  const query = useQuery({
    ...asked(listFindings, { query: { ...asking, limit: MOST } }),
    placeholderData: (before) => before,
  })
  return (
    <section id="feed" className="panel stack" aria-label={t('feed.title')}>
      <div className="row-ends">
        <h2>{t('feed.title')}</h2>
        <div className="row no-print">
          <FileLinks files={filesOf((as) => urlOf(listFindings, { query: { ...asking, format: as } }))} />
        </div>
      </div>
      <p className="dim" style={{ margin: 0 }}>
        {t('feed.about')}
      </p>
      <Asked query={query} lines={3}>
        {({ total, findings }) =>
          total === 0 ? <p style={{ margin: 0 }}>{t('feed.none')}</p> : <Findings total={total} findings={findings} />
        }
      </Asked>
    </section>
  )
}

function Findings({ total, findings }: { readonly total: number; readonly findings: readonly FeedFinding[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className={classes.findings}>
        {findings.map((finding, at) => (
          // On paper all of them stand.
          <li key={finding.id} className={all || at < FIRST ? undefined : classes.later}>
            <FindingItem finding={finding} />
          </li>
        ))}
      </ul>
      {!all && total > FIRST && (
        <div className="no-print">
          <Button variant="default" onClick={() => setAll(true)}>
            {t('feed.all', { n: format.count(total) })}
          </Button>
        </div>
      )}
    </>
  )
}

function FindingItem({ finding }: { readonly finding: FeedFinding }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { supplier, date, since, code, message, expected, remedy } = finding
  return (
    <>
      <h3 className={classes.title}>
        {t(`findings.${code}`)}
        <span className="dim"> – </span>
        <Link
          to="/packages"
          search={(before) => ({ ...before, supplier: supplier.code, day: date, offset: undefined })}
          hash="list"
        >
          {supplier.name}, {format.day(date)}
        </Link>
        {since < date && <span className="dim"> ({t('feed.since', { day: format.day(since) })})</span>}
      </h3>
      <p className={classes.said}>{message}</p>
      <dl className={classes.facts}>
        <dt>{t('feed.expected')}</dt>
        <dd>{expected}</dd>
        <dt>{t('feed.remedy')}</dt>
        <dd>{remedy}</dd>
      </dl>
    </>
  )
}
