import type { CheckReceipt } from '@otklik/model/exchange/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { CodeLink } from '../code-link.tsx'
import { SumBar } from '../receipt/sum-bar.tsx'
import { StateBadge } from '../state-badge.tsx'

/** What would become of the files, as a receipt would say it. */
export function Verdict({ receipt: { status, files, totals, codes, samples } }: { readonly receipt: CheckReceipt }) {
  const { t } = useTranslation()
  const format = useFormat()
  const refused = files.flatMap(({ name, structure }) => structure.map((code) => ({ name, code })))
  const found = Object.entries(codes).sort(([, a], [, b]) => b - a)
  return (
    <div className="stack">
      <StateBadge state={status} />
      <p style={{ margin: 0 }}>{t('guide.tryStored')}</p>
      {totals.read > 0 && <SumBar totals={totals} />}
      {refused.map(({ name, code }) => (
        <p key={`${name} ${code}`} style={{ margin: 0 }}>
          {name}: <CodeLink code={code} />
        </p>
      ))}
      {found.length > 0 && (
        <SmallTable
          title={t('receipt.codes')}
          head={[
            { title: t('receipt.remark') },
            { title: t('receipt.rows'), figures: true },
            { title: t('code.example') },
          ]}
          rows={found.map(([code, rows]) => {
            const first = samples.find((sample) => sample.code === code)
            const place =
              first && first.line ? t('guide.place', { file: first.file, line: format.count(first.line) }) : ''
            return {
              key: code,
              cells: [
                <CodeLink key={code} code={code} />,
                format.count(rows),
                [place, first?.message].filter(Boolean).join(' '),
              ],
            }
          })}
        />
      )}
    </div>
  )
}
