import type { Timeline } from '@otklik/model/progress/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { useFormat } from '../../shared/i18n/index.ts'

type Origin = Timeline['events'][number]['origin']

/** The package, file and row that a record came from. */
export function OriginLink({ origin }: { readonly origin: Origin }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const text = t('request.origin', { ...origin, row: format.count(origin.row), date: format.day(origin.date) })
  if (!may('packages.read')) return <span className="dim small">{text}</span>
  return (
    <Link to="/packages/$package" params={{ package: String(origin.package) }} className="small">
      {text}
    </Link>
  )
}
