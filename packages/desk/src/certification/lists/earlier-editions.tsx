import type { ListEdition } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import classes from './due-list.module.css'
import { useListWords } from './list-words.ts'

/** The editions that are no longer at hand, the last first. */
export function EarlierEditions({ editions }: { readonly editions: readonly ListEdition[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useListWords()
  if (editions.length === 0) return null
  return (
    <details className={classes.more}>
      <summary>{t('lists.earlier', { count: editions.length })}</summary>
      <ul className={classes.dues}>
        {editions.map(({ id, number, state, created, approved }) => (
          <li key={id}>
            <Link to="/lists/$list" params={{ list: String(id) }}>
              {t('lists.editionNumber', { number })}
            </Link>{' '}
            <span className="dim">
              {words.state(state)}, {format.instant(approved?.at ?? created.at)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
