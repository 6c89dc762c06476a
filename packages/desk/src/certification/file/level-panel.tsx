import type { ProcedureFile } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'

/** The level with its sum spelled out, and every point that was applied. */
export function LevelPanel({ file: { score, fixed, sheets } }: { readonly file: ProcedureFile }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (score?.level == null || score.parts === null)
    return (
      <section className="panel stack" aria-labelledby="level">
        <h2 id="level">{t('certifying.level')}</h2>
        <p className="dim" style={{ margin: 0 }}>
          {score?.reasons.join(' ') ?? t('certifying.noLevel')}
        </p>
      </section>
    )
  const points = sheets.map(({ part }) => score.parts?.[part] ?? 0)
  const sum = points.map((one) => format.number(one / 100, 2)).join(' + ')
  return (
    <section className="panel stack" aria-labelledby="level">
      <h2 id="level">{t(fixed === null ? 'certifying.levelToday' : 'certifying.level')}</h2>
      <p style={{ margin: 0, fontSize: '1.8rem', fontWeight: 650 }}>{format.level(score.level)}</p>
      <p className="num" style={{ margin: 0, whiteSpace: 'normal' }}>
        {points.includes(0)
          ? t('certifying.sumZero', { sum, level: format.level(score.level) })
          : t('certifying.sum', { sum, level: format.level(score.level) })}
      </p>
      {score.valid_from !== null && score.valid_to !== null && (
        <p style={{ margin: 0 }}>
          {t('certifying.term', { from: format.day(score.valid_from), to: format.day(score.valid_to) })}
        </p>
      )}
      <details>
        <summary>{t('certifying.why')}</summary>
        <ol>
          {score.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      </details>
    </section>
  )
}
