import { readRespondents, type Respondents } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FilterBar } from '../../shared/filters/filter-bar.tsx'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useRespondentColumns } from './respondent-columns.tsx'
import { RespondentsTotal } from './respondents-total.tsx'

const EVERY_MS = 10_000
const FIELDS = ['service', 'channel', 'region', 'authority', 'office'] as const

/** How many people have rated the services of each authority, fresh while the page is open. */
export function RespondentsScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { from, to } = useSlice()
  const months = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const query = useQuery({
    ...asked(readRespondents, { query: months }),
    placeholderData: (before) => before,
    refetchInterval: EVERY_MS,
  })
  const { data } = query
  const file = (kind: 'csv' | 'xlsx') => urlOf(readRespondents, { query: { ...months, format: kind } })
  return (
    <Page
      place={t('nav.respondents')}
      title={t('respondents.title')}
      about={data && t('respondents.about', { period: format.period(data.period.from, data.period.to) })}
      actions={data && <Freshness at={query.dataUpdatedAt} failed={query.isRefetchError} />}
    >
      <FilterBar without={FIELDS} period={data?.period} />
      <Asked query={query} lines={12}>
        {(answer) => <Found answer={answer} files={{ csv: file('csv'), xlsx: file('xlsx') }} />}
      </Asked>
    </Page>
  )
}

interface FoundProps {
  readonly answer: Respondents
  readonly files: { readonly csv: string; readonly xlsx: string }
}

function Found({ answer, files }: FoundProps) {
  const { t } = useTranslation()
  const columns = useRespondentColumns(answer.period)
  if (answer.rows.length === 0) return <Empty title={t('respondents.empty')} text={t('respondents.emptyText')} />
  return (
    <>
      <RespondentsTotal total={answer.total} period={answer.period} />
      <DataTable
        title={t('respondents.byAuthority')}
        columns={columns}
        rows={answer.rows}
        rowKey={({ authority }) => authority}
        files={files}
      />
      <OtherPackages answer={answer} />
    </>
  )
}

/** Rows of packages do not add up to the total where a supplier sends for several authorities: how many those are. */
function OtherPackages({ answer: { rows, total } }: Pick<FoundProps, 'answer'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (total.packages === null) return null
  const rest = (part: 'received' | 'late') =>
    rows.reduce((left, { packages }) => left - (packages?.[part] ?? 0), total.packages?.[part] ?? 0)
  if (rest('received') <= 0) return null
  const others = { received: format.count(rest('received')), late: format.count(rest('late')) }
  return (
    <p className="dim small" style={{ margin: 0 }}>
      {t('respondents.otherPackages', others)}
    </p>
  )
}

/** When the figures were last fetched; figures that could not be fetched again say so. Not read out every ten seconds. */
function Freshness({ at, failed }: { readonly at: number; readonly failed: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span className="dim num">
      {t(failed ? 'respondents.notUpdated' : 'respondents.updated', { at: format.clock(at) })}
    </span>
  )
}
