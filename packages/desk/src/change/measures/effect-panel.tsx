import { type MeasureEffect, readEffect } from '@otklik/model/change/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Asked } from '../../shared/ui/states.tsx'

/** «Эффект»: the share that names the problem before and after, with its interval and verdict. */
export function EffectPanel({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const query = useQuery(asked(readEffect, { params: { id } }))
  return (
    <section className="panel stack-tight" aria-label={t('effect.title')}>
      <h2>{t('effect.title')}</h2>
      <Asked query={query} lines={3}>
        {(effect) => (effect === null ? <p>{t('effect.notDone')}</p> : <Effect effect={effect} />)}
      </Asked>
    </section>
  )
}

function Effect({ effect }: { readonly effect: MeasureEffect }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { before, after, difference, low, high, verdict, mix_warning, mix_shift, basis, months } = effect
  const side = ({ from, to, n, x, p, ...limits }: MeasureEffect['before']) =>
    from === null || to === null
      ? '–'
      : `${format.period(from, to)}: ${format.percent(p)} (${format.interval(limits.low, limits.high, 1) ?? '–'}), ${x}/${n}`
  return (
    <div className="stack-tight">
      <p style={{ margin: 0 }}>
        <strong>{t(`effect.verdict_${verdict}`)}</strong>{' '}
        {difference !== null &&
          t('effect.difference', {
            difference: format.signed(difference, 1),
            interval: format.interval(low, high, 1) ?? '–',
          })}
      </p>
      <p style={{ margin: 0 }}>{t('effect.before', { side: side(before) })}</p>
      <p style={{ margin: 0 }}>{t('effect.after', { side: side(after) })}</p>
      {mix_warning && <p style={{ margin: 0 }}>{t('effect.mix', { shift: format.number(mix_shift ?? 0, 1) })}</p>}
      <SmallTable
        title={t(`effect.months_${basis}`)}
        head={[
          { title: t('effect.month') },
          { title: t('effect.named'), figures: true },
          { title: t('effect.asked'), figures: true },
          { title: t('effect.share'), figures: true },
        ]}
        rows={months.map(({ month, n, x }) => ({
          key: month,
          cells: [format.month(month), x, n, n === 0 ? '–' : format.percent((100 * x) / n)],
        }))}
      />
    </div>
  )
}
