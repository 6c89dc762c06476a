import { mainCause } from '@otklik/model/exchange'
import type { Receipt } from '@otklik/model/exchange/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { useCodeName } from '../code-name.ts'

/** What is wrong with nearly all rows set aside, said once, with what the first of them needs. */
export function MainCause({ receipt: { codes, totals, samples } }: { readonly receipt: Receipt }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useCodeName()
  const cause = mainCause(codes, totals.quarantined)
  if (cause === undefined) return null
  const first = samples.find(({ code }) => code === cause.code)
  return (
    <p style={{ margin: 0 }}>
      <strong>
        {t('receipt.cause', { count: cause.rows, n: format.count(cause.rows), name: nameOf(cause.code) })}
      </strong>{' '}
      {first?.message}
    </p>
  )
}
