import { Button } from '@mantine/core'
import { type ListedDeadline, listDeadlines } from '@otklik/model/deadlines/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../shared/api/queries.ts'
import { Page } from '../shared/ui/page.tsx'
import { Asked, Empty } from '../shared/ui/states.tsx'
import { DeadlineList } from './deadline-list.tsx'
import { RemindingPanel } from './reminding-panel.tsx'

const route = getRouteApi('/desk/deadlines')
const GROUPS = ['overdue', 'this_week', 'later'] as const

/** What is due and when: the own deadlines or those of the organisation, each with the point it follows from. */
export function DeadlinesScreen() {
  const { t } = useTranslation()
  const { whose, year } = route.useSearch()
  const navigate = route.useNavigate()
  const until = year === undefined ? undefined : endOfYear()
  const query = useQuery(asked(listDeadlines, { query: { until } }))
  const tab = (value: 'all' | undefined) => (
    <Button
      size="compact-md"
      variant={whose === value ? 'filled' : 'default'}
      aria-pressed={whose === value}
      onClick={() => void navigate({ search: (before) => ({ ...before, whose: value }) })}
    >
      {t(value === undefined ? 'deadlines.mine' : 'deadlines.all')}
    </Button>
  )
  return (
    <Page place={t('nav.deadlines')} title={t('deadlines.title')} about={t('deadlines.about')}>
      <Asked query={query} lines={10}>
        {({ rows, notes, reminding }) => {
          const shown = whose === 'all' ? rows : rows.filter(({ mine }) => mine)
          return (
            <>
              <div className="row no-print" role="group" aria-label={t('deadlines.whose')}>
                {tab(undefined)}
                {tab('all')}
                <Button
                  size="compact-md"
                  variant={year === undefined ? 'default' : 'filled'}
                  aria-pressed={year !== undefined}
                  onClick={() =>
                    void navigate({
                      search: (before) => ({ ...before, year: year === undefined ? 'true' : undefined }),
                    })
                  }
                >
                  {t('deadlines.year')}
                </Button>
              </div>
              {notes.map((note) => (
                <p key={note} role="note" style={{ margin: 0 }}>
                  {note}
                </p>
              ))}
              {shown.length === 0 && (
                <Empty
                  title={t('deadlines.none')}
                  text={t(whose === 'all' ? 'deadlines.noneText' : 'deadlines.noneMine')}
                />
              )}
              {GROUPS.map((group) => (
                <DeadlineList key={group} group={group} rows={ofGroup(shown, group)} />
              ))}
              <RemindingPanel reminding={reminding} />
            </>
          )
        }}
      </Asked>
    </Page>
  )
}

const endOfYear = (): string => `${new Date().getFullYear()}-12-31`

const ofGroup = (rows: readonly ListedDeadline[], group: ListedDeadline['urgency']): ListedDeadline[] =>
  rows.filter(({ urgency }) => urgency === group)
