import { SegmentedControl } from '@mantine/core'
import { listMeasures, type MeasureRecord, printMeasurePlan } from '@otklik/model/change/api'
import { MEASURE_STATES } from '@otklik/model/change/measures'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { OwnMeasures } from './own-measures.tsx'
import { useToday } from '../use-today.ts'

const route = getRouteApi('/desk/measures')
const SHOWN = ['all', 'overdue', 'mine'] as const

/** «Меры»: what is to be done by when; what is overdue stands first. */
export function MeasuresScreen() {
  const { t } = useTranslation()
  const { show, problem } = route.useSearch()
  const navigate = route.useNavigate()
  const asking = {
    problem: problem === undefined ? undefined : Number(problem),
    ...(show === 'overdue' && { overdue: true }),
    ...(show === 'mine' && { mine: true }),
  }
  const query = useQuery({
    ...asked(listMeasures, { query: { ...asking, limit: 1000 } }),
    placeholderData: (before) => before,
  })
  const columns = useColumns()
  return (
    <Page
      place={t('nav.measures')}
      title={t('measures.title')}
      about={query.data && t('measures.counts', { total: query.data.total, overdue: query.data.overdue })}
      actions={<PlanPaper />}
    >
      <OwnMeasures />
      <SegmentedControl
        aria-label={t('measures.show')}
        value={show ?? 'all'}
        data={SHOWN.map((one) => ({ value: one, label: t(`measures.show_${one}`) }))}
        onChange={(value) =>
          void navigate({
            search: (before) => ({ ...before, show: value === 'overdue' || value === 'mine' ? value : undefined }),
          })
        }
      />
      <Asked query={query} lines={10}>
        {({ rows }) => (
          <DataTable
            title={t('measures.list')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => String(id)}
            files={filesOf((format) => urlOf(listMeasures, { query: { ...asking, format } }))}
            empty={<Empty title={t('measures.empty')} text={t('measures.emptyText')} />}
          />
        )}
      </Asked>
    </Page>
  )
}

function PlanPaper() {
  const { t } = useTranslation()
  const year = Number(useToday().slice(0, 4))
  const paper = (format: 'docx' | 'pdf' | 'xlsx') => urlOf(printMeasurePlan, { query: { year, format } })
  const papers = { docx: paper('docx'), pdf: paper('pdf'), xlsx: paper('xlsx') }
  return <PaperLinks name={t('measures.planOf', { year })} papers={papers} />
}

function useColumns(): Column<MeasureRecord>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'text',
        title: t('measures.text'),
        value: ({ text }) => text,
        show: ({ id, text }) => (
          <Link to="/measures/$measure" params={{ measure: String(id) }}>
            {text}
          </Link>
        ),
        wide: true,
      },
      {
        id: 'problems',
        title: t('pains.problem'),
        value: ({ problems }) => problems.map(({ name }) => name).join('; '),
        wide: true,
      },
      {
        id: 'responsible',
        title: t('measures.responsible'),
        value: ({ department, person }) => [department, person?.name].filter(Boolean).join(', '),
        wide: true,
      },
      {
        id: 'due',
        title: t('measures.due'),
        value: ({ due }) => due,
        show: ({ due, overdue }) => (overdue ? `${format.day(due)}, ${t('measures.overdue')}` : format.day(due)),
      },
      { id: 'state', title: t('measures.state'), value: ({ state }) => MEASURE_STATES[state] },
      {
        id: 'postponements',
        title: t('measures.postponed'),
        value: ({ postponements }) => postponements,
        figures: true,
      },
      { id: 'evidence', title: t('measures.evidence'), value: ({ evidence }) => evidence, figures: true, extra: true },
    ],
    [t, format],
  )
}
