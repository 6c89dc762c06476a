import { useTranslation } from 'react-i18next'
import { useSlice } from '../../shared/filters/use-slice.ts'

const NOT_NARROWING = ['channel', 'region', 'office', 'subservice'] as const

/** Says that critical values stay as they are where the screen is narrowed to a part of the requests for a service. */
export function AlarmScope() {
  const { t } = useTranslation()
  const slice = useSlice()
  if (NOT_NARROWING.every((field) => slice[field] === undefined)) return null
  return (
    <p className="dim small" style={{ margin: 0 }}>
      {t('alarms.scope')}
    </p>
  )
}
