import { meaningOf } from '@otklik/model/exchange'
import { type Receipt, readReceipt } from '@otklik/model/exchange/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../shared/api/problem.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { ProgressLine } from '../sending/progress-line.tsx'
import { MainCause } from './main-cause.tsx'
import { ReceiptCodes } from './receipt-codes.tsx'
import { ReceiptFiles } from './receipt-files.tsx'
import { ReceiptOthers } from './receipt-others.tsx'
import { StateBadge } from '../state-badge.tsx'
import { WithdrawPackage } from './withdraw-dialog.tsx'
import { SumBar } from './sum-bar.tsx'
import { ASK_AGAIN, isRunning } from '../sending/use-progress.ts'

const route = getRouteApi('/desk/packages/$package')

export function ReceiptScreen() {
  const { t } = useTranslation()
  const params = route.useParams()
  const id = Number(params.package)
  const query = useQuery({
    ...asked(readReceipt, { params: { id } }),
    refetchInterval: ({ state: { data } }) => (data && isRunning(data.state) ? ASK_AGAIN : false),
  })
  const missing = query.error instanceof Failure && query.error.status === 404
  return (
    <Page
      place={<Link to="/packages">{t('nav.packages')}</Link>}
      title={t('receipt.title', { id })}
      about={query.data?.name}
    >
      {missing ? (
        <Empty
          title={t('receipt.missing')}
          text={t('receipt.missingText')}
          action={<Link to="/packages">{t('receipt.toList')}</Link>}
        />
      ) : (
        <Asked query={query} lines={10}>
          {(receipt) => <ReceiptBody receipt={receipt} />}
        </Asked>
      )}
    </Page>
  )
}

function ReceiptBody({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation()
  const { state, failure, files, totals, id, name } = receipt
  return (
    <>
      <section className="panel stack" aria-label={t('receipt.verdict')}>
        <StateBadge state={state} />
        <p style={{ margin: 0 }}>{failure ?? t(`receipt.means_${meaningOf(receipt)}`)}</p>
        <ReceiptFacts receipt={receipt} />
        {isRunning(state) && <ProgressLine id={id} name={name} />}
        {totals.read > 0 && <SumBar totals={totals} />}
        <MainCause receipt={receipt} />
        <WithdrawPackage receipt={receipt} />
      </section>
      {files.length > 0 && <ReceiptFiles receipt={receipt} />}
      <ReceiptCodes receipt={receipt} />
      <ReceiptOthers receipt={receipt} />
    </>
  )
}

function ReceiptFacts({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Facts
      facts={[
        { name: t('packages.supplier'), value: receipt.supplier.name },
        { name: t('packages.date'), value: format.day(receipt.date) },
        { name: t('packages.receivedAt'), value: format.instant(receipt.receivedAt) },
        ...(receipt.withdrawal === undefined
          ? []
          : [
              { name: t('receipt.withdrawnAt'), value: format.instant(receipt.withdrawal.at) },
              { name: t('receipt.withdrawReason'), value: receipt.withdrawal.reason },
            ]),
        { name: t('receipt.finishedAt'), value: receipt.finishedAt && format.instant(receipt.finishedAt) },
      ]}
    />
  )
}
