import { Button } from '@mantine/core'
import type { ServicePage } from '@otklik/model/progress/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { RequestsLink } from '../requests/requests-link.tsx'
import { useServiceFiles } from './service-files.ts'
import classes from './service-ratings.module.css'

const SHOWN = 6

/** How a service was rated: the spread of marks, the criteria, the newest reviews. */
export function ServiceRatings({ page }: { readonly page: ServicePage }) {
  const { t } = useTranslation()
  const may = useMay()
  const format = useFormat()
  const { distribution, criteria, reviews, reviewTotal } = page.ratings
  const filesOf = useServiceFiles(page)
  const [whole, setWhole] = useState(false)
  const total = distribution.reduce((all, count) => all + count, 0)
  return (
    <section className="panel stack" aria-label={t('service.ratings')}>
      <h2>{t('service.ratings')}</h2>
      <div className="columns-wide">
        {total === 0 ? <p className="dim">{t('service.noRatings')}</p> : <Distribution page={page} total={total} />}
        {criteria.length > 0 && (
          <SmallTable
            title={t('service.criteria')}
            files={filesOf('criteria')}
            head={[
              { title: t('service.criterion') },
              { title: t('service.mean'), figures: true },
              { title: t('figures.interval'), figures: true },
              { title: 'n', figures: true },
            ]}
            rows={criteria.map(({ name, mean }) => ({
              key: name,
              cells: [
                name,
                format.mean(mean.value),
                format.interval(mean.low, mean.high, 2) ?? (mean.note === 'little_data' ? t('figures.little') : '–'),
                format.count(mean.n),
              ],
            }))}
          />
        )}
      </div>
      {reviews.length > 0 && (
        <ul className={classes.reviews}>
          {(whole ? reviews : reviews.slice(0, SHOWN)).map(({ request, ratedAt, score, review }) => (
            <li key={`${request} ${ratedAt}`}>
              <blockquote>«{review}»</blockquote>
              <span className="dim small">
                {t('service.reviewOf', { score, at: format.local(ratedAt) })}{' '}
                {may('requests.read') ? (
                  <Link to="/requests/$request" params={{ request }}>
                    {request}
                  </Link>
                ) : (
                  request
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!whole && reviews.length > SHOWN && (
        <Button variant="default" size="compact-md" style={{ justifySelf: 'start' }} onClick={() => setWhole(true)}>
          {reviews.length < reviewTotal
            ? t('service.latestReviews', { shown: reviews.length, total: format.count(reviewTotal) })
            : t('service.moreReviews', { count: reviews.length })}
        </Button>
      )}
      {whole && reviews.length < reviewTotal && <OlderReviews page={page} />}
    </section>
  )
}

/** The newest reviews are here; the others stand with the requests that were rated. */
function OlderReviews({ page: { service, period, ratings } }: { readonly page: ServicePage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const slice = useSlice()
  const { reviews, reviewTotal } = ratings
  return (
    <p style={{ margin: 0 }}>
      {t('service.reviewsShown', { shown: reviews.length, total: format.count(reviewTotal) })}{' '}
      <RequestsLink search={{ ...slice, ...period, service: service.id, counted: 'rated' }} invites>
        {t('service.openRated')}
      </RequestsLink>
    </p>
  )
}

interface DistributionProps {
  readonly page: ServicePage
  readonly total: number
}

/** Bars with their figures beside, which open the requests: five marks, from the best. */
function Distribution({ page: { ratings, period, service }, total }: DistributionProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const slice = useSlice()
  const marks = ratings.distribution.map((count, index) => ({ mark: index + 1, count })).reverse()
  const search = { ...slice, ...period, service: service.id, counted: 'rated' as const }
  return (
    <ul className={classes.bars} aria-label={t('service.distribution')}>
      {marks.map(({ mark, count }) => (
        <li key={mark}>
          <span>{mark}</span>
          <span className={classes.track}>
            <span className={classes.bar} style={{ width: `${(100 * count) / total}%` }} />
          </span>
          <span className="num">
            <RequestsLink
              search={{ ...search, score: String(mark) }}
              label={t('service.openScore', { mark, n: format.count(count) })}
            >
              {format.count(count)}
            </RequestsLink>{' '}
            <span className="dim">{format.percent((100 * count) / total)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
