import { listPackages, type Receipt } from '@otklik/model/exchange/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Trouble } from '../../shared/ui/states.tsx'
import { StateBadge } from '../state-badge.tsx'

/** What else came from the supplier for the same day, before and after: corrections, repetitions, further files. */
export function ReceiptOthers({ receipt: { id, supplier, date } }: { readonly receipt: Receipt }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(asked(listPackages, { query: { supplier: supplier.code, from: date, to: date } }))
  if (query.isError) return <Trouble error={query.error} retry={() => void query.refetch()} />
  const others = query.data?.packages.filter((one) => one.id !== id) ?? []
  if (others.length === 0) return null
  const title = t('receipt.others')
  return (
    <section className="panel stack" aria-label={title}>
      <SmallTable
        title={title}
        head={[
          { title: t('packages.package') },
          { title: t('packages.state') },
          { title: t('packages.receivedAt') },
          { title: t('totals.read'), figures: true },
          { title: t('totals.accepted'), figures: true },
        ]}
        rows={others.map((one) => ({
          key: String(one.id),
          cells: [
            <Link key="name" to="/packages/$package" params={{ package: String(one.id) }}>
              {t('receipt.other', { id: one.id, name: one.name })}
            </Link>,
            <StateBadge key="state" state={one.state} />,
            format.instant(one.receivedAt),
            format.count(one.totals.read),
            format.count(one.totals.accepted),
          ],
        }))}
      />
      <Link to="/packages" search={{ supplier: supplier.code, day: date }} hash="list" className="no-print">
        {t('receipt.allOfDay')}
      </Link>
    </section>
  )
}
