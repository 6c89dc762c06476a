import { Button } from '@mantine/core'
import { listProblems, makeProblem, type ProblemRecord } from '@otklik/model/change/api'
import { PROBLEM_STATES } from '@otklik/model/change/problems'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { asked } from '../../shared/api/queries.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { SourceFilter } from '../source-filter.tsx'
import { ProblemForm } from './problem-form.tsx'

const route = getRouteApi('/desk/problems')

/** Problems made out of topics. */
export function ProblemsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const { source } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ ...asked(listProblems, { query: { source } }), placeholderData: (before) => before })
  const columns = useColumns()
  return (
    <Page
      place={t('nav.problems')}
      title={t('problems.title')}
      actions={may(makeProblem) && <Button onClick={() => setAdding(true)}>{t('problems.add')}</Button>}
    >
      <div className="row no-print">
        <SourceFilter source={source} change={(next) => void navigate({ search: { source: next } })} />
      </div>
      <Asked query={query} lines={8}>
        {({ rows }) => (
          <DataTable
            title={t('problems.list')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => String(id)}
            empty={<Empty title={t('problems.empty')} text={t('problems.emptyText')} />}
          />
        )}
      </Asked>
      {adding && <ProblemForm problem={null} close={() => setAdding(false)} />}
    </Page>
  )
}

function useColumns(): Column<ProblemRecord>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      { id: 'id', title: '№', value: ({ id }) => id, figures: true },
      {
        id: 'name',
        title: t('pains.problem'),
        value: ({ name }) => name,
        show: ({ id, name }) => (
          <Link to="/problems/$problem" params={{ problem: String(id) }}>
            {name}
          </Link>
        ),
        wide: true,
      },
      {
        id: 'processes',
        title: t('problems.processes'),
        value: ({ processNames }) => processNames.join('; '),
        wide: true,
      },
      { id: 'stage', title: t('problems.stage'), value: ({ stage }) => stage },
      { id: 'state', title: t('problems.state'), value: ({ state }) => PROBLEM_STATES[state] },
      { id: 'open', title: t('problems.openMeasures'), value: ({ openMeasures }) => openMeasures, figures: true },
      {
        id: 'done',
        title: t('problems.doneMeasures'),
        value: ({ verifiedMeasures }) => verifiedMeasures,
        figures: true,
      },
    ],
    [t],
  )
}
