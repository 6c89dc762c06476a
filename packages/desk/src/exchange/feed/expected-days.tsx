import { type ExpectedDay, readExpected } from '@otklik/model/exchange/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Asked } from '../../shared/ui/states.tsx'

/** How many rows of each kind the supplier's next days should bring. */
export function ExpectedDays({ supplier }: { readonly supplier: string }) {
  const { t } = useTranslation()
  const query = useQuery(asked(readExpected, { query: { supplier } }))
  return (
    <section className="panel stack" aria-label={t('feed.expectedTitle')}>
      <Asked query={query} lines={4}>
        {({ days }) =>
          days.length === 0 ? (
            <>
              <h2>{t('feed.expectedTitle')}</h2>
              <p style={{ margin: 0 }}>{t('feed.tooNew')}</p>
            </>
          ) : (
            <DaysTable days={days} />
          )
        }
      </Asked>
    </section>
  )
}

function DaysTable({ days }: { readonly days: readonly ExpectedDay[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kinds = [...new Set(days.flatMap((day) => day.kinds.map(({ kind }) => kind)))]
  const cellOf = ({ kinds: expected }: ExpectedDay, wanted: string): string => {
    const found = expected.find(({ kind }) => kind === wanted)
    return found ? t('feed.rows', { low: format.count(found.low), high: format.count(found.high) }) : t('feed.nothing')
  }
  return (
    <>
      <SmallTable
        title={t('feed.expectedTitle')}
        head={[{ title: t('feed.day') }, ...kinds.map((kind) => ({ title: t(`kinds.${kind}`), figures: true }))]}
        rows={days.map((day) => ({
          key: day.date,
          cells: [format.dayOfWeek(day.date), ...kinds.map((kind) => cellOf(day, kind))],
        }))}
      />
      <p className="dim" style={{ margin: 0 }}>
        {t('feed.expectedAbout')}
      </p>
    </>
  )
}
