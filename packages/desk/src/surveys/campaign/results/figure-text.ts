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
    const withInterval = (text: string, low: string | null, high: string | null) =>
      low === null || high === null ? text : `${text} (${low}–${high})`
    const bare = (share: number | null) => (share === null ? null : format.mean(share))
    const mean: FigureText['mean'] = ({ value, low, high }) => withInterval(format.mean(value), bare(low), bare(high))
    return {
      mean,
      value: (name, figures) => {
        const figure = figures[name]
        if (figure === undefined) return format.mean(null)
        if ('se' in figure) return mean(figure)
        return withInterval(format.percent(figure.value), bare(figure.low), bare(figure.high))
      },
      difference: (name, figures) => {
        const figure = figures[name]
        if (figure === undefined || 'se' in figure || figure.difference === undefined) return null
        const { value, low, high } = figure.difference
        return t('results.points', { value: withInterval(format.mean(value), bare(low), bare(high)) })
      },
    }
  }, [t, format])
}
