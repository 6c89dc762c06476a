import { NativeSelect } from '@mantine/core'
import type { AnswerOf } from '@otklik/model/api'
import { type Counted, listRequests, listStatuses } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FilterBar } from '../../shared/filters/filter-bar.tsx'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Pager } from '../../shared/table/pager.tsx'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useRequestColumns } from './request-columns.tsx'
import { COUNTED_WORDS, type RequestsSearch } from './requests-search.ts'

const route = getRouteApi('/desk/requests')
const ON_PAGE = 100

export function RequestsScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const search = route.useSearch()
  const { score, status, offset, counted = 'any', ...slice } = search
  const asking = {
    ...slice,
    counted,
    ...(score === undefined ? {} : { score: Number(score) }),
    ...(status === undefined ? {} : { status: Number(status) }),
  }
  const chosen = Object.values({ ...search, offset: undefined }).some((value) => value !== undefined)
  const query = useQuery({
    ...asked(listRequests, { query: { ...asking, limit: ON_PAGE, offset: Number(offset ?? 0) } }),
    placeholderData: (before) => before,
  })
  const file = (form: 'csv' | 'xlsx') => urlOf(listRequests, { query: { ...asking, format: form } })
  const about = [
    t(`requests.counted_${counted}`),
    ...(score === undefined ? [] : [t('requests.withScore', { score })]),
    ...(search.section === undefined ? [] : [t('requests.inSection', { section: search.section })]),
    ...(slice.from !== undefined && slice.to !== undefined ? [format.period(slice.from, slice.to)] : []),
  ].join(' · ')
  return (
    <Page place={t('nav.requests')} title={t('requests.title')} about={about}>
      <FilterBar whole />
      <RequestFilters search={search} />
      <Asked query={query} lines={12}>
        {(answer) => (
          <RequestsFound
            // Other columns are another table, which shows at first what it has.
            key={counted}
            answer={answer}
            counted={counted}
            chosen={chosen}
            files={{ csv: file('csv'), xlsx: file('xlsx') }}
            offset={Number(offset ?? 0)}
          />
        )}
      </Asked>
    </Page>
  )
}

interface RequestsFoundProps {
  readonly answer: AnswerOf<typeof listRequests>
  readonly counted: Counted
  /** Whether anything narrows the list. */
  readonly chosen: boolean
  readonly files: { readonly csv: string; readonly xlsx: string }
  readonly offset: number
}

function RequestsFound({ answer: { total, rows }, counted, chosen, files, offset }: RequestsFoundProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = route.useNavigate()
  const columns = useRequestColumns(counted)
  return (
    <>
      <DataTable
        title={t(counted === 'any' ? 'requests.found' : 'requests.cases', { count: total, n: format.count(total) })}
        columns={columns}
        rows={rows}
        rowKey={({ request, month, ratedAt }) => [request, month, ratedAt].join(' ')}
        files={files}
        unsorted
        empty={
          chosen ? (
            <Empty title={t('requests.empty')} text={t('requests.emptyText')} />
          ) : (
            <Empty title={t('requests.emptyFirst')} text={t('requests.emptyFirstText')} />
          )
        }
      />
      <Pager
        total={total}
        offset={offset}
        size={ON_PAGE}
        go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
      />
    </>
  )
}

/** Which requests: what they were counted as, a status they met, the beginning of their number. */
function RequestFilters({ search }: { readonly search: RequestsSearch }) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const statuses = useQuery({ ...asked(listStatuses, {}), staleTime: Number.POSITIVE_INFINITY })
  const set = (change: Partial<RequestsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change, offset: undefined }), resetScroll: false })
  const known = statuses.data ?? []
  return (
    <div className="row no-print">
      <FindField label={t('requests.find')} find={search.find ?? ''} change={(find) => set({ find })} />
      <NativeSelect
        aria-label={t('requests.counted')}
        value={search.counted ?? 'any'}
        data={COUNTED_WORDS.map((word) => ({ value: word, label: t(`requests.counted_${word}`) }))}
        onChange={({ currentTarget: { value } }) =>
          set({ counted: COUNTED_WORDS.find((word) => word === value), score: undefined })
        }
      />
      <NativeSelect
        aria-label={t('requests.status')}
        value={search.status ?? ''}
        data={[
          { value: '', label: t('requests.anyStatus') },
          ...known.map(({ code, name }) => ({ value: String(code), label: `${code} – ${name}` })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ status: value, section: undefined })}
        style={{ maxWidth: '100%', minWidth: 0, flex: '0 1 360px' }}
      />
    </div>
  )
}
