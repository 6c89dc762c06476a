import type { ListEdition } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import classes from './edition.module.css'
import { historyOf } from './history.ts'

/** Who prepared, submitted, returned and approved the edition, and when. */
export function EditionHistory({ edition }: { readonly edition: ListEdition }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { returned, approved } = edition
  return (
    <section className="panel stack-tight" aria-labelledby="edition-history">
      <h2 id="edition-history">{t('edition.history')}</h2>
      <ol className={classes.history}>
        {historyOf(edition).map(({ what, by, at }) => (
          <li key={what}>
            {t(`edition.act_${what}`)}
            {what === 'approved' && approved
              ? ` ${t('edition.byProtocol', { number: approved.protocolNumber, day: format.day(approved.protocolDate) })}`
              : ''}{' '}
            <span className="dim">
              – {by}, {format.instant(at)}
            </span>
            {what === 'returned' && <p>{returned?.remarks}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
