import { WHY_DIMENSIONS, type WhyDimension } from '@otklik/model/contributions'
import { SegmentedControl } from '@mantine/core'
import { readFilters, readWhy, type WhyIndicator } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FilterBar } from '../../shared/filters/filter-bar.tsx'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { filesOf } from '../../shared/table/files.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { type ComparedPeriods, comparedPeriods } from './compared-periods.ts'
import { dimensionsOf } from './contributions.ts'
import { ContributionsTable } from './contributions-table.tsx'
import { Findings } from './findings.tsx'

const route = getRouteApi('/desk/why')

/** «Почему выросло»: what is behind the change of a share between two periods. */
export function WhyScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { figure: indicator = 'refusals', versus: against } = route.useSearch()
  const slice = useSlice()
  const filters = useQuery(asked(readFilters, {}))
  const periods = filters.data && comparedPeriods(slice, against, filters.data.closedThrough)
  const about =
    periods &&
    t('overview.about', {
      period: format.period(periods.now.from, periods.now.to),
      previous: format.period(periods.before.from, periods.before.to),
    })
  return (
    <Page place={t('nav.why')} title={t(`why.title_${indicator}`)} about={about}>
      <FilterBar period={periods?.now} />
      <Switches indicator={indicator} />
      <Asked query={filters} lines={8}>
        {() =>
          periods ? (
            <Answer indicator={indicator} periods={periods} />
          ) : (
            <Empty title={t('why.empty')} text={t('overview.emptyText')} />
          )
        }
      </Asked>
    </Page>
  )
}

/** Which share, and what it is held against; both stand in the address. */
function Switches({ indicator }: { readonly indicator: WhyIndicator }) {
  const { t } = useTranslation()
  const { versus: against } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="row no-print">
      <SegmentedControl
        aria-label={t('figures.choose')}
        value={indicator}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, figure: value === 'errors' ? 'errors' : undefined }) })
        }
        data={(['refusals', 'errors'] as const).map((name) => ({ value: name, label: t(`figures.short_${name}`) }))}
      />
      <SegmentedControl
        aria-label={t('why.against')}
        value={against === 'before' ? 'before' : 'year'}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, versus: value === 'before' ? 'before' : undefined }) })
        }
        data={(['year', 'before'] as const).map((name) => ({ value: name, label: t(`why.against_${name}`) }))}
      />
    </div>
  )
}

function Answer({ indicator, periods }: { readonly indicator: WhyIndicator; readonly periods: ComparedPeriods }) {
  const { t } = useTranslation()
  const slice = useSlice()
  const asking = {
    ...slice,
    ...periods.now,
    indicator,
    against: `${periods.before.from}:${periods.before.to}`,
  }
  const query = useQuery({
    ...asked(readWhy, { query: { ...asking, by: WHY_DIMENSIONS.join(',') } }),
    placeholderData: (before) => before,
  })
  const files = (by: WhyDimension) => filesOf((format) => urlOf(readWhy, { query: { ...asking, by, format } }))
  return (
    <Asked query={query} lines={10}>
      {(why) => {
        const dimensions = dimensionsOf(why)
        if (why.change === null) return <Empty title={t('why.nothingToCompare')} text={t('why.nothingToCompareText')} />
        return (
          <>
            <Findings why={why} indicator={indicator} dimensions={dimensions} />
            {dimensions.map(({ dimension, keys }) => (
              <ContributionsTable
                key={dimension}
                dimension={dimension}
                keys={keys}
                indicator={indicator}
                periods={periods}
                files={files(dimension)}
              />
            ))}
          </>
        )
      }}
    </Asked>
  )
}
