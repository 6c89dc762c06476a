import type { ObjectFields } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { changedFields, shown } from '../../register/changed-fields.ts'
import { useFieldName } from '../../shared/i18n/field-name.ts'
import { FormNotice } from '../../shared/ui/form-trouble.tsx'
import { useListWords } from '../lists/list-words.ts'

interface OvertakenProps {
  readonly before: ObjectFields
  readonly after: ObjectFields
}

/** What somebody else has changed in the meantime: saving again is done knowing it. */
export function Overtaken({ before, after }: OvertakenProps) {
  const { t } = useTranslation()
  const words = useListWords()
  const fieldName = useFieldName()
  const value = (field: string, given: unknown) => {
    const kind = field === 'kind' ? [before.kind, after.kind].find((one) => one === given) : undefined
    return kind === undefined ? shown(given) : words.kind(kind)
  }
  const changes = changedFields({ before, after })
  return (
    <FormNotice>
      <p>{t('objects.overtaken')}</p>
      <ul style={{ margin: '4px 0 0', paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
        {changes.map(({ field, before: old, after: now }) => (
          <li key={field}>
            {fieldName(field)}: {t('request.changed', { before: value(field, old), after: value(field, now) })}
          </li>
        ))}
      </ul>
    </FormNotice>
  )
}
