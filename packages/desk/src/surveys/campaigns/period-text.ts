import type { CampaignRow } from '@otklik/model/surveys/api'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'

/** «01.11.2026 – 30.11.2026», «с 01.11.2026», «до 30.11.2026», «без срока». */
export function usePeriodText(): (campaign: Pick<CampaignRow, 'from' | 'to'>) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    ({ from, to }) => {
      if (from === null && to === null) return t('surveys.noPeriod')
      if (to === null) return t('surveys.since', { from: format.day(from ?? '') })
      if (from === null) return t('surveys.until', { to: format.day(to) })
      return `${format.day(from)} – ${format.day(to)}`
    },
    [t, format],
  )
}
