import type { Totals } from '@otklik/model/exchange/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import classes from './sum-bar.module.css'

const PARTS = ['accepted', 'quarantined', 'dropped'] as const

/** Read = accepted + set aside + repeated: as a bar and as a sum, so that one sees that nothing was lost. */
export function SumBar({ totals }: { readonly totals: Totals }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sum = PARTS.reduce((all, part) => all + totals[part], 0)
  return (
    <div className={classes.sum}>
      <div className={classes.bar} aria-hidden="true">
        {PARTS.filter((part) => totals[part] > 0).map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: totals[part] }} />
        ))}
      </div>
      <p className={classes.words}>
        <span className="num">
          {t('totals.read')} <strong>{format.count(totals.read)}</strong>
        </span>
        {PARTS.map((part, index) => (
          <span key={part} className={classes.part}>
            <span className="dim">{index === 0 ? '=' : '+'}</span>{' '}
            <span className={classes.swatch} data-part={part} aria-hidden="true" />
            <span className="num">
              {t(`totals.${part}`)} <strong>{format.count(totals[part])}</strong>
            </span>
          </span>
        ))}
      </p>
      {totals.replaced !== undefined && totals.replaced > 0 && (
        <p className="dim small">
          {t('totals.replaced', { count: totals.replaced, n: format.count(totals.replaced) })}
        </p>
      )}
      {sum !== totals.read && <p role="alert">{t('totals.mismatch', { sum: format.count(sum) })}</p>}
    </div>
  )
}
