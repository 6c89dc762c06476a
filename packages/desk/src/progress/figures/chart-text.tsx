import type { Figure } from '@otklik/model/progress/api'
import { useTranslation } from 'react-i18next'
import type { MonthPoint } from '../../shared/charts/month-series.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import classes from './chart-text.module.css'
import { notesOf } from './month-points.ts'
import { useReadingText } from './reading-text.ts'

interface ChartTextProps {
  readonly points: readonly MonthPoint[]
  readonly figure: Figure
  readonly name: string
}

/** The chart in words: for screen readers, and on paper, where nobody can point at a month to read its figure. */
export function ChartText({ points, figure, name }: ChartTextProps) {
  const format = useFormat()
  const say = useReadingText()
  const { t } = useTranslation()
  const { versus: against = 'last-year' } = useSlice()
  const compared = points.some(({ before }) => before !== null)
  return (
    <div className={`hidden-visually ${classes.text}`}>
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.month')}</th>
            <th scope="col">{t(`figures.${figure}`)}</th>
            <th scope="col">n</th>
            {compared && <th scope="col">{t(`figures.before_${against}`)}</th>}
            <th scope="col">{t('figures.note')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.month}>
              <td>{format.month(point.month)}</td>
              <td>{say.withInterval(point, figure)}</td>
              <td>{format.count(point.n)}</td>
              {compared && <td>{say.value(point.before, figure)}</td>}
              <td>{notesOf(point, t).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
