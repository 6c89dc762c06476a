import { useTranslation } from 'react-i18next'
import { useFieldName } from '../../shared/i18n/field-name.ts'
import { NOTHING } from '../../shared/i18n/format.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'

interface RawFieldsProps {
  readonly fields: Readonly<Record<string, string>>
  readonly before?: Readonly<Record<string, string>>
}

/** The columns of a row as they were sent; empty ones are left out. */
export function RawFields({ fields, before }: RawFieldsProps) {
  const { t } = useTranslation()
  const nameOf = useFieldName()
  const shown = Object.entries(fields).filter(([name, value]) => value !== '' || before?.[name])
  if (shown.length === 0) return null
  return (
    <SmallTable
      title={t('request.asSent')}
      titleHidden
      head={[{ title: t('request.field') }, { title: t('figures.value') }]}
      rows={shown.map(([name, value]) => ({
        key: name,
        cells: [
          nameOf(name),
          before ? t('request.changed', { before: before[name] || NOTHING, after: value || NOTHING }) : value,
        ],
      }))}
    />
  )
}
