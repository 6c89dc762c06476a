import { isKind, isSource, KINDS, SOURCES } from '@otklik/model/appeals'
import type { AppealMetrics } from '@otklik/model/appeals/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'

/** What came, by channel, kind and reason. */
export function Shares({ metrics }: { readonly metrics: AppealMetrics }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { channels, by_kind, reasons, no_topic } = metrics
  const share = (value: number | null) => (value === null ? '–' : format.percent(value))
  const head = (title: string) => [
    { title },
    { title: t('appeals.count'), figures: true },
    { title: t('appeals.share'), figures: true },
  ]
  const base = metrics.received
  return (
    <div className="columns-wide">
      <section className="panel">
        <SmallTable
          title={t('appeals.channels')}
          head={head(t('appeals.source'))}
          rows={channels.map(({ source, n, share: part }) => ({
            key: source,
            cells: [isSource(source) ? SOURCES[source] : source, format.count(n), share(part)],
          }))}
        />
      </section>
      <section className="panel stack">
        <SmallTable
          title={t('appeals.kinds')}
          head={head(t('appeals.kind'))}
          rows={Object.entries(by_kind).map(([kind, n]) => ({
            key: kind,
            cells: [isKind(kind) ? KINDS[kind] : kind, format.count(n), share((n * 100) / base)],
          }))}
        />
        <SmallTable
          title={t('appeals.reasons')}
          head={head(t('appeals.topics'))}
          rows={reasons.map(({ topic, n, share: part }) => ({
            key: topic,
            cells: [topic, format.count(n), share(part)],
          }))}
        />
        <p className="dim small">{t('appeals.noTopic', { n: format.count(no_topic) })}</p>
      </section>
    </div>
  )
}
