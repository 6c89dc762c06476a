import type { Change } from '@otklik/model/register/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/i18n/index.ts'
import { useFieldName } from '../shared/i18n/field-name.ts'
import { changedFields, shown } from './changed-fields.ts'
import classes from './history-list.module.css'

/** Who changed what and when, or which package did; the last change first. */
export function HistoryList({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useFieldName()
  if (changes.length === 0) return <p className="dim">{t('register.noHistory')}</p>
  return (
    <ol className={classes.history}>
      {changes.map((change) => (
        <li key={`${change.at} ${change.by}`}>
          <span className="dim small">
            {format.instant(change.at)} · {change.by}
            {change.package !== null && (
              <>
                {' · '}
                <Link to="/packages/$package" params={{ package: String(change.package) }}>
                  {t('register.byPackage', { id: change.package })}
                </Link>
              </>
            )}
          </span>
          <ul>
            {changedFields(change).map(({ field, before, after }) => (
              <li key={field}>
                {nameOf(field)}:{' '}
                {change.before === null
                  ? shown(after)
                  : t('request.changed', { before: shown(before), after: shown(after) })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
