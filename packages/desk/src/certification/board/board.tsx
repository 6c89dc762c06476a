import { NativeSelect } from '@mantine/core'
import type { AnswerOf } from '@otklik/model/api'
import { ALL_OBJECT_KINDS } from '@otklik/model/certification'
import { type BoardRow, listProcedures } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { useSession } from '../../access/session.ts'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Pager } from '../../shared/table/pager.tsx'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useListWords } from '../lists/list-words.ts'
import { ON_PAGE } from '../lists/lists-search.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { useBoardColumns } from './board-columns.tsx'
import { type BoardSearch, yearsToChoose } from './board-search.ts'
import { StageTabs } from './stage-tabs.tsx'

const route = getRouteApi('/desk/certification')

/** The objects of a year's list by the stage of their certification. */
export function BoardScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { everything } = useSession()
  const may = useMay()
  const { set, asking, offset, year } = useBoard()
  const navigate = route.useNavigate()
  const [begins, setBegins] = useState<BoardRow | null>(null)
  const query = useQuery({
    ...asked(listProcedures, { query: { ...asking, limit: ON_PAGE, offset } }),
    placeholderData: (before) => before,
  })
  const mayBegin = everything && may('certification.assess')
  const columns = useBoardColumns(mayBegin ? setBegins : undefined)
  const files = filesOf((kind) => urlOf(listProcedures, { query: { ...asking, format: kind } }))
  return (
    <Page
      place={t('nav.certification')}
      title={t('certifying.title', { year })}
      about={everything ? t('certifying.about') : `${t('certifying.about')} ${t('lists.ownPart')}`}
    >
      <BoardFilters />
      <Asked query={query} lines={12}>
        {({ total, stages, share, rows }) => (
          <>
            <Share share={share} />
            <StageTabs stages={stages} chosen={asking.stage} choose={(stage) => set({ stage })} />
            <DataTable
              title={t('certifying.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ object }) => String(object)}
              unsorted
              files={files}
              empty={<Empty title={t('certifying.empty')} text={t('certifying.emptyText')} />}
            />
            <Pager
              total={total}
              offset={offset}
              size={ON_PAGE}
              go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
            />
          </>
        )}
      </Asked>
      {begins !== null && <BeginDialog row={begins} year={Number(year)} close={() => setBegins(null)} />}
    </Page>
  )
}

type Answer = AnswerOf<typeof listProcedures>

/** The indicator with its numerator and denominator, and what пункт 15 leaves out of it. */
function Share({ share: { certified, counted, leftOut } }: Pick<Answer, 'share'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (counted === 0) return null
  const share = format.percent((100 * certified) / counted)
  const [n, of, without] = [certified, counted, leftOut].map((one) => format.count(one))
  return <p style={{ margin: 0 }}>{t('certifying.share', { share, n, of, without })}</p>
}

/** What the board is asked for, from the address and back to it. */
function useBoard() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { stage, kind, find } = search
  const year = search.year ?? yearsToChoose()[1] ?? ''
  const set = (change: { [K in keyof BoardSearch]: BoardSearch[K] | undefined }) =>
    void navigate({
      search: (before) => ({ ...before, ...change, offset: undefined }),
      resetScroll: false,
      replace: 'find' in change,
    })
  return { search, set, year, asking: { year: Number(year), stage, kind, find }, offset: Number(search.offset ?? 0) }
}

function BoardFilters() {
  const { t } = useTranslation()
  const words = useListWords()
  const { search, set, year } = useBoard()
  return (
    <search className="row no-print" aria-label={t('filters.title')}>
      <FindField label={t('lists.find')} find={search.find ?? ''} change={(find) => set({ find })} />
      <NativeSelect
        aria-label={t('certifying.year')}
        value={year}
        data={yearsToChoose().map((one) => ({ value: one, label: t('certifying.ofYear', { year: one }) }))}
        onChange={({ currentTarget: { value } }) => set({ year: value })}
      />
      <NativeSelect
        aria-label={t('lists.kind')}
        value={search.kind ?? ''}
        data={[
          { value: '', label: t('lists.anyKind') },
          ...ALL_OBJECT_KINDS.map((one) => ({ value: one, label: words.kind(one) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ kind: ALL_OBJECT_KINDS.find((one) => one === value) })}
      />
    </search>
  )
}
