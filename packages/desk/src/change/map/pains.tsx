import { NativeSelect } from '@mantine/core'
import { printPainMap, readPainMap } from '@otklik/model/change/api'
import { closedQuarter, periodBefore, periodTitle } from '@otklik/model/change/periods'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { MAP_FILTERS, type MapSearch } from '../change-search.ts'
import { ProcessFilter } from '../process-filter.tsx'
import { SourceFilter } from '../source-filter.tsx'
import { useToday } from '../use-today.ts'
import { Editions } from './editions.tsx'
import { FurtherSurveys } from './further-surveys.tsx'
import { HeatMap } from './heat-map.tsx'
import { PainTable } from './pain-table.tsx'

const route = getRouteApi('/desk/pains')

/** «Карта болей»: what costs most content people, and what is done about it. */
export function PainsScreen() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ ...asked(readPainMap, { query: search }), placeholderData: (before) => before })
  const set = (change: Partial<MapSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const paper = (format: 'docx' | 'pdf' | 'xlsx') => urlOf(printPainMap, { query: { ...search, format } })
  const papers = { docx: paper('docx'), pdf: paper('pdf'), xlsx: paper('xlsx') }
  return (
    <Page
      place={t('nav.pains')}
      title={t('pains.title')}
      about={query.data?.title}
      actions={<PaperLinks name={t('pains.paper')} papers={papers} />}
    >
      <MapFilters search={search} set={set} />
      <Asked query={query} lines={12}>
        {(figures) =>
          figures.coverage.statements === 0 ? (
            <Empty title={t('pains.empty')} text={t('pains.emptyText')} />
          ) : (
            <>
              <Coverage {...figures.coverage} />
              <HeatMap figures={figures} />
              <PainTable figures={figures} />
              <p className="dim small">
                {figures.note} <Link to="/pains/settings">{t('nav.painSettings')}</Link>
              </p>
            </>
          )
        }
      </Asked>
      <FurtherSurveys />
      <Editions />
    </Page>
  )
}

interface MapFiltersProps {
  readonly search: MapSearch
  readonly set: (change: Partial<MapSearch>) => void
}

function MapFilters({ search, set }: MapFiltersProps) {
  const { t } = useTranslation()
  const today = useToday()
  return (
    <div className="row no-print">
      <NativeSelect
        aria-label={t('pains.period')}
        value={search.period ?? ''}
        data={[{ value: '', label: t('pains.lastQuarter') }, ...periodsAt(today, search.period)]}
        onChange={({ currentTarget: { value } }) => set({ period: value || undefined })}
      />
      <ProcessFilter process={search.process} change={(process) => set({ process })} />
      <SourceFilter source={search.source} change={(source) => set({ source })} />
      <NativeSelect
        aria-label={t('pains.only')}
        value={search.only ?? ''}
        data={[
          { value: '', label: t('pains.every') },
          ...MAP_FILTERS.map((one) => ({ value: one, label: t(`pains.only_${one}`) })),
        ]}
        onChange={({ currentTarget }) => set({ only: MAP_FILTERS.find((one) => one === currentTarget.value) })}
      />
    </div>
  )
}

/** Two years of quarters, a year of months, and the one that the address names. */
function periodsAt(today: string, chosen: string | undefined) {
  const back = (first: string, count: number): string[] => {
    const found = [first]
    while (found.length < count) found.push(periodBefore(found.at(-1) ?? first))
    return found
  }
  const month = periodBefore(today.slice(0, 7))
  const all = [...back(closedQuarter(today), 8), ...back(month, 12)]
  if (chosen !== undefined && !all.includes(chosen)) all.unshift(chosen)
  return all.map((value) => ({ value, label: periodTitle(value) }))
}

interface CoverageProps {
  readonly coded: number
  readonly filtered: number
  readonly uncoded: number
  readonly respondents: number
  readonly items: number
}

/** What the figures stand on, and what is left out of them. */
function Coverage({ coded, filtered, uncoded, respondents, items }: CoverageProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <p style={{ margin: 0 }}>
      {t('pains.coverage', {
        respondents: format.count(respondents),
        items: format.count(items),
        coded: format.count(coded),
        filtered: format.count(filtered),
      })}{' '}
      {uncoded > 0 && (
        <Link to="/voices" search={{}}>
          {t('pains.uncoded', { n: format.count(uncoded) })}
        </Link>
      )}
    </p>
  )
}
