import { NativeSelect } from '@mantine/core'
import { listFeedback } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Pager } from '../../shared/table/pager.tsx'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useFeedbackColumns } from './feedback-columns.tsx'
import { askedOf, type FeedbackSearch, readFeedbackSearch, STANDS } from './feedback-search.ts'

const route = getRouteApi('/desk/feedback')
const ON_PAGE = 100

/** What respondents expect an answer to; those whose term is over first. Each look is in the audit. */
export function FeedbackScreen() {
  const { t } = useTranslation()
  return (
    <Page place={t('nav.feedback')} title={t('feedback.title')} about={t('feedback.about')}>
      <FeedbackFound />
    </Page>
  )
}

function FeedbackFound() {
  const { t } = useTranslation()
  const format = useFormat()
  const search = readFeedbackSearch({ ...route.useSearch() })
  const navigate = route.useNavigate()
  const columns = useFeedbackColumns()
  const asking = askedOf(search)
  const offset = Number(search.offset ?? 0)
  const query = useQuery({
    ...asked(listFeedback, { query: { ...asking, limit: ON_PAGE, offset } }),
    placeholderData: (before) => before,
  })
  const set = (change: { [K in keyof FeedbackSearch]: FeedbackSearch[K] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...change }), replace: 'find' in change })
  const narrowed = search.find !== undefined || search.feedbackStand !== undefined
  return (
    <>
      <search className="row no-print" aria-label={t('filters.title')}>
        <FindField label={t('feedback.find')} find={search.find ?? ''} change={(find) => set({ find })} />
        <NativeSelect
          aria-label={t('feedback.state')}
          value={search.feedbackStand ?? ''}
          data={[
            { value: '', label: t('feedback.anyState') },
            ...STANDS.map((one) => ({ value: one, label: t(`feedback.state_${one}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => set({ feedbackStand: STANDS.find((one) => one === value) })}
        />
      </search>
      <Asked query={query} lines={10}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('feedback.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              unsorted
              files={filesOf((format) => urlOf(listFeedback, { query: { ...asking, format } }))}
              empty={
                <Empty
                  title={t(narrowed ? 'feedback.notFound' : 'feedback.empty')}
                  text={t(narrowed ? 'feedback.notFoundText' : 'feedback.emptyText')}
                />
              }
            />
            <Pager total={total} offset={offset} size={ON_PAGE} go={(to) => set({ offset: String(to) })} />
          </>
        )}
      </Asked>
    </>
  )
}
