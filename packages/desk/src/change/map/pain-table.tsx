import type { MapRow, PainFigures } from '@otklik/model/change/api'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Empty } from '../../shared/ui/states.tsx'

/** The table of appendix 2, with what stands behind each grade. */
export function PainTable({ figures }: { readonly figures: PainFigures }) {
  const { t } = useTranslation()
  const columns = usePainColumns()
  return (
    <DataTable
      title={t('pains.table')}
      columns={columns}
      rows={figures.rows}
      rowKey={({ process, problem }) => `${process} ${problem}`}
      empty={<Empty title={t('pains.noRows')} text={t('pains.noRowsText')} />}
    />
  )
}

export function usePainColumns(): Column<MapRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      { id: 'order', title: '№', value: ({ order }) => order, figures: true },
      { id: 'process', title: t('pains.process'), value: ({ processName }) => processName, wide: true },
      {
        id: 'problem',
        title: t('pains.problem'),
        value: ({ problemName }) => problemName,
        show: ({ problem, problemName }) => (
          <Link to="/problems/$problem" params={{ problem: String(problem) }}>
            {problemName}
          </Link>
        ),
        wide: true,
      },
      {
        id: 'prevalence',
        title: t('pains.prevalence'),
        value: ({ p }) => p,
        show: (row) => <Prevalence row={row} />,
        text: (row) => t(`pains.grade_${row.prevalence}`),
      },
      {
        id: 'loss',
        title: t('pains.loss'),
        value: ({ loss }) => loss,
        show: ({ loss, loss_low, loss_high }) =>
          loss === null ? '–' : `${format.number(loss, 1)} (${format.interval(loss_low, loss_high, 1) ?? '–'})`,
        figures: true,
      },
      {
        id: 'priority',
        title: t('pains.priority'),
        value: ({ changed, priority }) => ['low', 'medium', 'high'].indexOf(changed?.priority ?? priority ?? ''),
        show: (row) => <PriorityCell row={row} />,
        text: ({ changed, priority }) => t(`pains.grade_${changed?.priority ?? priority ?? 'little_data'}`),
      },
      {
        id: 'measures',
        title: t('pains.measures'),
        value: ({ measures }) => measures.map(({ text }) => text).join('; '),
        show: (row) => <Measures row={row} />,
        wide: true,
      },
    ],
    [t, format],
  )
}

function Prevalence({ row }: { readonly row: MapRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { prevalence, p, low, high, named, n } = row
  return (
    <span className="stack-tight" style={{ gap: 0 }}>
      <span>{t(`pains.grade_${prevalence}`)}</span>
      <span className="dim small num">
        {p === null ? '–' : `${format.percent(p)} (${format.interval(low, high, 1) ?? '–'})`}
      </span>
      <span className="dim small num">{t('pains.of', { named, n })}</span>
    </span>
  )
}

/** A person's grade, with what was computed beside it. */
function PriorityCell({ row: { priority, changed } }: { readonly row: MapRow }) {
  const { t } = useTranslation()
  const computed = t(`pains.grade_${priority ?? 'little_data'}`)
  if (changed === null) return computed
  return (
    <span className="stack-tight" style={{ gap: 0 }} title={changed.reason}>
      <span>{t(`pains.grade_${changed.priority}`)}</span>
      <span className="dim small">{t('pains.computed', { grade: computed })}</span>
    </span>
  )
}

function Measures({ row: { measures, term_days } }: { readonly row: MapRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (measures.length === 0)
    return term_days === null ? t('pains.noMeasure') : t('pains.noMeasureTerm', { days: term_days })
  return (
    <span className="stack-tight" style={{ gap: 4 }}>
      {measures.map(({ id, text, responsible, due, overdue }) => (
        <span key={id}>
          <Link to="/measures/$measure" params={{ measure: String(id) }}>
            {text}
          </Link>
          <span className="dim small">
            {' '}
            {`${responsible}, ${format.day(due)}${overdue ? `, ${t('measures.overdue')}` : ''}`}
          </span>
        </span>
      ))}
    </span>
  )
}
