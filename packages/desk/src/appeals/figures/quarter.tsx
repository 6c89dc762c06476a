import { NativeSelect, TextInput } from '@mantine/core'
import { printAppealMetrics, readAppealChoices, readAppealMetrics } from '@otklik/model/appeals/api'
import { dayOf, isDay } from '@otklik/model/days'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { lastQuarter, type QuarterSearch } from '../appeals-search.ts'
import { Figures } from './figures.tsx'
import { Frozen } from './frozen.tsx'
import { quartersUpTo, useQuarterName } from './quarter-name.ts'
import { Shares } from './shares.tsx'

const route = getRouteApi('/desk/appeals-quarter')

/** The metrics of a quarter, each figure with its rows, and beside the quarter before and the same a year ago. */
export function QuarterScreen() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const [today] = useState(() => dayOf(new Date()))
  const quarter = search.quarter ?? lastQuarter(today)
  const ask = {
    quarter,
    authority: search.of === undefined ? undefined : Number(search.of),
    as_of: search.day,
  }
  const query = useQuery({ ...asked(readAppealMetrics, { query: ask }), placeholderData: (before) => before })
  const file = (format: 'docx' | 'xlsx' | 'pdf') => urlOf(printAppealMetrics, { query: { ...ask, format } })
  return (
    <Page
      place={t('nav.appealsQuarter')}
      title={t('appeals.quarterTitle')}
      actions={(['docx', 'xlsx', 'pdf'] as const).map((format) => (
        <a key={format} href={file(format)} download>
          {format.toUpperCase()}
        </a>
      ))}
    >
      <QuarterFilters quarter={quarter} search={search} today={today} />
      <Asked query={query} lines={12}>
        {({ now, before, year_ago }) => (
          <>
            <Figures now={now} before={before} yearAgo={year_ago} behind={search} />
            <Shares metrics={now} />
            <Frozen quarter={quarter} today={today} authority={ask.authority} />
          </>
        )}
      </Asked>
    </Page>
  )
}

interface QuarterFiltersProps {
  readonly quarter: string
  readonly search: QuarterSearch
  readonly today: string
}

function QuarterFilters({ quarter, search, today }: QuarterFiltersProps) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const nameOf = useQuarterName()
  const choices = useQuery(asked(readAppealChoices, {}))
  const set = (change: { [K in keyof QuarterSearch]?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })
  return (
    <search className="row no-print" aria-label={t('filters.title')} style={{ alignItems: 'end' }}>
      <NativeSelect
        label={t('appeals.quarter')}
        value={quarter}
        data={quartersUpTo(today, quarter).map((one) => ({ value: one, label: nameOf(one) }))}
        onChange={({ currentTarget }) => set({ quarter: currentTarget.value })}
      />
      <NativeSelect
        label={t('appeals.authority')}
        value={search.of ?? ''}
        data={[
          { value: '', label: t('appeals.allAuthorities') },
          ...(choices.data?.authorities ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={({ currentTarget }) => set({ of: currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('appeals.asOf')}
        value={search.day ?? ''}
        onChange={({ currentTarget: { value } }) => set({ day: isDay(value) ? value : undefined })}
      />
    </search>
  )
}
