import { type AuditRecord, listAudit } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../shared/api/call.ts'
import { asked } from '../shared/api/queries.ts'
import { DataTable } from '../shared/table/data-table.tsx'
import { Page } from '../shared/ui/page.tsx'
import { Asked, Empty } from '../shared/ui/states.tsx'
import { useAuditColumns } from './audit-columns.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { AuditPages } from './audit-pages.tsx'
import { askedDays, readAuditSearch } from './audit-search.ts'
import { useAuditWords } from './audit-words.ts'

const route = getRouteApi('/desk/audit')
const ON_PAGE = 100
const NONE: readonly AuditRecord[] = []

/** Who did what, the last first; a name, an action or a thing in a row narrows the list to it. */
export function AuditScreen() {
  const { t } = useTranslation()
  // The router passes on also what the reader left out.
  const given = route.useSearch()
  const search = readAuditSearch({ ...given })
  const { before, organisation, from, to, ...rest } = search
  const asking = {
    ...askedDays({ from, to }),
    ...rest,
    ...(organisation === undefined ? {} : { organisation: Number(organisation) }),
  }
  const query = useQuery({
    ...asked(listAudit, {
      query: { ...asking, ...(before === undefined ? {} : { before: Number(before) }), limit: ON_PAGE },
    }),
    placeholderData: (former) => former,
  })
  const rows = query.data?.rows ?? NONE
  const words = useAuditWords(rows)
  const columns = useAuditColumns(words)
  const file = (format: 'csv' | 'xlsx') => urlOf(listAudit, { query: { ...asking, format } })
  return (
    <Page place={t('nav.audit')} title={t('audit.title')} about={t('audit.about')}>
      <AuditFilters search={search} rows={rows} words={words} />
      <Asked query={query} lines={12}>
        {({ next }) => (
          <>
            <DataTable
              title={t('audit.records')}
              columns={columns}
              rows={rows}
              rowKey={({ seq }) => String(seq)}
              files={{ csv: file('csv'), xlsx: file('xlsx') }}
              unsorted
              empty={<Empty title={t('audit.empty')} text={t('audit.emptyText')} />}
            />
            <AuditPages first={before === undefined} next={next} />
          </>
        )}
      </Asked>
    </Page>
  )
}
