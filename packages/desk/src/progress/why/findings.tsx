import type { Why, WhyIndicator } from '@otklik/model/progress/api'
import { useTranslation } from 'react-i18next'
import { type Translate, useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { type Finding, findingsOf, type Dimension } from './contributions.ts'
import { useKeyName } from './use-key-name.ts'

interface FindingsProps {
  readonly why: Why
  readonly indicator: WhyIndicator
  readonly dimensions: readonly Dimension[]
}

/** The change itself, and in sentences what is behind it beyond chance. */
export function Findings({ why, indicator, dimensions }: FindingsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { a, b, change } = why
  const found = findingsOf(dimensions, why)
  const withCases = ({ value, n }: Why['a']) => `${format.percent(value)} (n ${format.count(n)})`
  return (
    <section className="panel stack-tight" aria-label={t(`figures.${indicator}`)}>
      <Facts
        facts={[
          { name: t('why.before'), value: withCases(a) },
          { name: t('why.now'), value: withCases(b) },
          {
            name: t('why.change'),
            value: <strong>{change === null ? t('why.nothingToCompare') : points(format.signed(change, 1), t)}</strong>,
          },
        ]}
      />
      {change !== null && (
        <ul style={{ margin: 0 }}>
          {found.map((finding) => (
            <FindingSentence key={`${finding.dimension} ${finding.key}`} finding={finding} whole={why} />
          ))}
          {found.length === 0 && <li>{t('why.nothingFound')}</li>}
        </ul>
      )}
      <p className="dim small" style={{ margin: 0 }}>
        {t('why.method')}
      </p>
    </section>
  )
}

const points = (difference: string, t: Translate) => t('figures.points', { difference })

function FindingSentence({ finding, whole }: { readonly finding: Finding; readonly whole: Why }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useKeyName()
  const { a, b, by, dimension, key, total } = finding
  const [from, to] =
    by === 'rate' ? [(100 * a.x) / a.n, (100 * b.x) / b.n] : [(100 * a.n) / whole.a.n, (100 * b.n) / whole.b.n]
  return (
    <li>
      {t(by === 'rate' ? 'why.rateSentence' : 'why.mixSentence', {
        of: t(`why.of_${dimension}`),
        name: nameOf(dimension, key),
        from: format.percent(from),
        to: format.percent(to),
        total: points(format.signed(total, 1), t),
      })}
    </li>
  )
}
