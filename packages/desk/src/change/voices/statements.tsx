import { NativeSelect } from '@mantine/core'
import { SOURCES } from '@otklik/model/change'
import { listStatements, type Statement } from '@otklik/model/change/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Pager } from '../../shared/table/pager.tsx'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { STATEMENT_STATES, type StatementsSearch } from '../change-search.ts'
import { ProcessFilter } from '../process-filter.tsx'
import { SourceFilter } from '../source-filter.tsx'
import { useTopics } from '../use-topics.ts'
import { StatementActions } from './statement-actions.tsx'

const route = getRouteApi('/desk/voices/all')
const ON_PAGE = 100

/** What was said: the texts behind a cell of the map, a topic, a process. */
export function StatementsScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { process, stage, code, source, coding, find, since, until, offset } = search
  const asking = { process, stage, code, source, state: coding, find, from: since, to: until }
  const query = useQuery({
    ...asked(listStatements, { query: { ...asking, limit: ON_PAGE, offset: Number(offset ?? 0) } }),
    placeholderData: (before) => before,
  })
  const columns = useColumns()
  const set = (change: Partial<StatementsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change, offset: undefined }), replace: 'find' in change })
  const file = (kind: 'csv' | 'xlsx') => urlOf(listStatements, { query: { ...asking, format: kind } })
  return (
    <Page
      place={<Link to="/voices">{t('nav.voices')}</Link>}
      title={t('statements.title')}
      about={[stage, since && until ? `${format.month(since)} – ${format.month(until)}` : null]
        .filter(Boolean)
        .join(' · ')}
      actions={<StatementActions />}
    >
      <div className="row">
        <FindField label={t('statements.find')} find={find ?? ''} change={(next) => set({ find: next })} />
        <ProcessFilter process={process} change={(next) => set({ process: next })} />
        <SourceFilter source={source} change={(next) => set({ source: next })} />
        <NativeSelect
          aria-label={t('statements.state')}
          value={coding ?? ''}
          data={[
            { value: '', label: t('statements.any') },
            ...STATEMENT_STATES.map((one) => ({ value: one, label: t(`statements.${one}`) })),
          ]}
          onChange={({ currentTarget }) => set({ coding: STATEMENT_STATES.find((one) => one === currentTarget.value) })}
        />
      </div>
      <Asked query={query} lines={12}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('statements.found', { n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => String(id)}
              files={filesOf(file)}
              unsorted
              empty={<Empty title={t('statements.empty')} text={t('statements.emptyText')} />}
            />
            <Pager
              total={total}
              offset={Number(offset ?? 0)}
              size={ON_PAGE}
              go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
            />
          </>
        )}
      </Asked>
    </Page>
  )
}

function useColumns(): Column<Statement>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { nameOf } = useTopics()
  return useMemo(
    () => [
      { id: 'day', title: t('statements.day'), value: ({ day }) => day, show: ({ day }) => format.day(day) },
      { id: 'text', title: t('statements.text'), value: ({ text }) => text, wide: true },
      {
        id: 'codes',
        title: t('statements.topics'),
        value: ({ codes, filtered }) =>
          codes?.map(nameOf).join(', ') ?? (filtered === null ? t('statements.uncoded') : t('statements.filtered')),
        wide: true,
      },
      { id: 'process', title: t('pains.process'), value: ({ processName }) => processName, wide: true },
      { id: 'rating', title: t('statements.rating'), value: ({ rating }) => rating, figures: true },
      { id: 'source', title: t('statements.source'), value: ({ source }) => SOURCES[source] },
      { id: 'channel', title: t('statements.channel'), value: ({ channel }) => channel, extra: true },
      { id: 'coder', title: t('statements.coder'), value: ({ coder }) => coder, extra: true },
    ],
    [t, format, nameOf],
  )
}
