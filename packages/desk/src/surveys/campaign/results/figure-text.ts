import type { SurveyResults } from '@otklik/model/surveys/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../shared/i18n/index.ts'

export type ItemResult = SurveyResults['questions'][number]
type Figures = ItemResult['figures']
export type FigureName = keyof Figures
/** The one that says most about an answer first. */
const FIGURES = ['mean', 'satisfied', 'nps', 'net', 'top2'] as const satisfies readonly FigureName[]

/** The figures that an item has, the telling one first. */
export const figuresOf = (figures: Figures): readonly FigureName[] =>
  FIGURES.filter((name) => figures[name] !== undefined)

export interface FigureText {
  /** «4,21 (4,10–4,32)», «62,0 % (58,1–65,7)»; a dash where there is no value. */
  value(name: FigureName, figures: Figures): string
  /** «+3,2 п. п. (0,4–6,0)» to the group compared with; null where nothing is compared. */
  difference(name: FigureName, figures: Figures): string | null
  mean(figure: NonNullable<Figures['mean']>): string
}

export function useFigureText(): FigureText {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const withInterval = (text: string, interval: string | null) => (interval === null ? text : `${text} (${interval})`)
    const mean: FigureText['mean'] = ({ value, low, high }) =>
      withInterval(format.mean(value), format.interval(low, high, 2))
    return {
      mean,
      value: (name, figures) => {
        const figure = figures[name]
        if (figure === undefined) return format.mean(null)
        if ('se' in figure) return mean(figure)
        return withInterval(format.percent(figure.value), format.interval(figure.low, figure.high, 1))
      },
      difference: (name, figures) => {
        const figure = figures[name]
        if (figure === undefined || 'se' in figure || figure.difference === undefined) return null
        const { value, low, high } = figure.difference
        return withInterval(t('results.points', { value: format.signed(value, 1) }), format.interval(low, high, 1))
      },
    }
  }, [t, format])
}
