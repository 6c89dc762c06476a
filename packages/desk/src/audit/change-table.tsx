import { useTranslation } from 'react-i18next'
import type { ChangedField } from '../register/changed-fields.ts'
import { NOTHING } from '../shared/i18n/format.ts'
import classes from './change-table.module.css'
import { useValueWords } from './value-words.ts'

const FEW = 3

/** What was and what is, field by field; many fields stand behind a click. */
export function ChangeTable({ changes }: { readonly changes: readonly ChangedField[] }) {
  const { t } = useTranslation()
  if (changes.length === 0) return NOTHING
  if (changes.length <= FEW) return <Fields changes={changes} />
  return (
    <details>
      <summary>{t('audit.fields', { count: changes.length })}</summary>
      <Fields changes={changes} />
    </details>
  )
}

function Fields({ changes }: { readonly changes: readonly ChangedField[] }) {
  const { t } = useTranslation()
  const words = useValueWords()
  const hadBefore = changes.some(({ before }) => before !== undefined && before !== null)
  return (
    <table className={classes.changes}>
      <thead className="hidden-visually">
        <tr>
          <th scope="col">{t('audit.field')}</th>
          {hadBefore && <th scope="col">{t('audit.before')}</th>}
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{words.field(field)}</th>
            {hadBefore && (
              <td>
                <del>{words.value(field, before)}</del>
              </td>
            )}
            <td>{words.value(field, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
