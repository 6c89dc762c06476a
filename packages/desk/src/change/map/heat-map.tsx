import type { PainFigures } from '@otklik/model/change/api'
import { periodBounds } from '@otklik/model/change/periods'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import classes from './heat-map.module.css'

type Cell = PainFigures['cells'][number]

/** Fewer respondents say too little for a colour. */
const ENOUGH = 30
/** Points of the content that a stage costs, from which on a cell is darker. */
const LEVELS = [0.5, 2, 5, 10] as const

/** Stage × process by loss; every cell leads to what was said there. */
export function HeatMap({ figures }: { readonly figures: PainFigures }) {
  const { t } = useTranslation()
  const { processes, stages, cells } = figures
  if (cells.length === 0) return <p className="dim">{t('pains.noSurvey')}</p>
  const found = new Map(cells.map((cell) => [`${cell.process}\n${cell.stage}`, cell]))
  return (
    <section className="panel stack-tight" aria-label={t('pains.heat')}>
      <h2>{t('pains.heat')}</h2>
      <p className="dim small" style={{ margin: 0 }}>
        {t('pains.heatText')}
      </p>
      <div className={classes.scroll} role="region" aria-label={t('pains.heat')} tabIndex={0}>
        <table className={classes.map}>
          <thead>
            <tr>
              <th scope="col">{t('pains.process')}</th>
              {stages.map((stage) => (
                <th key={stage} scope="col">
                  {stage}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {processes.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {stages.map((stage) => (
                  <HeatCell key={stage} cell={found.get(`${id}\n${stage}`)} period={figures.period} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface HeatCellProps {
  readonly cell: Cell | undefined
  readonly period: string
}

function HeatCell({ cell, period }: HeatCellProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (cell === undefined || cell.named === 0) return <td className={classes.none}>–</td>
  const { first, last } = periodBounds(period)
  const search = { process: cell.process, stage: cell.stage, since: first.slice(0, 7), until: last.slice(0, 7) }
  const little = cell.n < ENOUGH || cell.loss === null
  const share = `${format.percent(cell.p)}, ${cell.named}/${cell.n}`
  const content = (
    <Link to="/voices/all" search={search} className={classes.link}>
      <span className={classes.loss}>{little ? t('pains.little') : format.number(cell.loss ?? 0, 1)}</span>
      <span className="small">{share}</span>
    </Link>
  )
  return <td data-level={little ? 'little' : levelOf(cell.loss ?? 0)}>{content}</td>
}

const levelOf = (loss: number): number => LEVELS.filter((least) => loss >= least).length
