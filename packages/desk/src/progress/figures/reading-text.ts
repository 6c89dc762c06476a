import type { Figure } from '@otklik/model/progress/api'
import { digitsOf, isMean, type Reading } from '@otklik/model/indicators'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'

export interface ReadingText {
  /** 12,4 % or 4,21 */
  value(value: number | null, figure: Figure): string
  /** 12,4 % (11,6–13,2) */
  withInterval(reading: Pick<Reading, 'value' | 'low' | 'high'>, figure: Figure): string
  /** Against an earlier value: +1,2 п. п.; null where one of the two is missing. */
  change(value: number | null, before: number | null, figure: Figure): string | null
}

/** Figures in words, the same on every screen. */
export function useReadingText(): ReadingText {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const value = (given: number | null, figure: Figure) =>
      isMean(figure) ? format.mean(given) : format.percent(given)
    return {
      value,
      withInterval: (reading, figure) => {
        const interval = format.interval(reading.low, reading.high, digitsOf(figure))
        return interval === null ? value(reading.value, figure) : `${value(reading.value, figure)} (${interval})`
      },
      change: (now, before, figure) => {
        if (now === null || before === null) return null
        const difference = format.signed(now - before, digitsOf(figure))
        return isMean(figure) ? difference : t('figures.points', { difference })
      },
    }
  }, [t, format])
}
