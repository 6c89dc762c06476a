import { Button, NativeSelect } from '@mantine/core'
import { listWorkingYears, proposeWorkingYear, type WorkingYear, type YearFields } from '@otklik/model/calendar/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { useSession } from '../access/session.ts'
import { asked } from '../shared/api/queries.ts'
import { useFormat } from '../shared/i18n/index.ts'
import { Facts } from '../shared/ui/facts.tsx'
import { Page } from '../shared/ui/page.tsx'
import { Asked } from '../shared/ui/states.tsx'
import { Months } from './months.tsx'
import { YearEditor } from './year-editor.tsx'
import { YearHistory } from './year-history.tsx'

const route = getRouteApi('/desk/calendar')

/** The working calendar: one year at a time, its days, its act and what was changed in it. */
export function WorkingCalendarScreen() {
  const { t } = useTranslation()
  const query = useQuery(asked(listWorkingYears, {}))
  return (
    <Page place={t('workingCalendar.place')} title={t('workingCalendar.title')}>
      <Asked query={query} lines={12}>
        {({ rows, asked: year }) => <Years rows={rows} askedFor={year} />}
      </Asked>
    </Page>
  )
}

/** The calendar is one for the whole system: only those change it who reach all of it. */
function useEdits(): boolean {
  const may = useMay()
  const { everything } = useSession()
  return everything && may('register.edit')
}

function Years({ rows, askedFor }: { readonly rows: readonly WorkingYear[]; readonly askedFor: number | null }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const edits = useEdits()
  const [adding, setAdding] = useState(false)
  const chosen = rows.find(({ year }) => String(year) === search.year) ?? rows[0]
  const show = (year: number) => {
    setAdding(false)
    void navigate({ search: { year: String(year) } })
  }
  if (adding && askedFor !== null)
    return <Proposed year={askedFor} saved={() => show(askedFor)} close={() => setAdding(false)} />
  return (
    <>
      {askedFor !== null && (
        <section className="panel row-ends">
          <p style={{ margin: 0 }}>{t('workingCalendar.asked', { year: askedFor })}</p>
          {edits && <Button onClick={() => setAdding(true)}>{t('workingCalendar.propose', { year: askedFor })}</Button>}
        </section>
      )}
      <NativeSelect
        style={{ maxWidth: '10rem' }}
        label={t('workingCalendar.year')}
        value={chosen?.year}
        data={rows.map(({ year }) => String(year))}
        onChange={({ currentTarget: { value } }) => show(Number(value))}
      />
      {chosen && <Year key={chosen.year} year={chosen} edits={edits} />}
    </>
  )
}

const fieldsOf = ({ source, off_weekdays, working_weekends, short }: WorkingYear): YearFields => ({
  source,
  off_weekdays,
  working_weekends,
  short,
})

function Year({ year, edits }: { readonly year: WorkingYear; readonly edits: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const fields = fieldsOf(year)
  const close = () => setEditing(false)
  if (editing) return <YearEditor year={year.year} given={fields} seen={fields} saved={close} close={close} />
  return (
    <section className="panel stack" aria-label={String(year.year)}>
      <div className="row-ends">
        <h2 style={{ margin: 0 }}>{t('workingCalendar.counts', { n: format.count(year.working_days) })}</h2>
        {edits && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('workingCalendar.correct')}
          </Button>
        )}
      </div>
      <Facts
        facts={[
          { name: t('workingCalendar.source'), value: year.source },
          { name: t('workingCalendar.origin'), value: t(year.own ? 'workingCalendar.own' : 'workingCalendar.built') },
          {
            name: t('workingCalendar.short'),
            value: year.short.map((day) => format.day(day)).join(', ') || t('workingCalendar.shortNone'),
          },
          { name: t('workingCalendar.doubts'), value: year.doubts.join(' ') },
        ]}
      />
      <p className="dim small">{t('workingCalendar.legend')}</p>
      <Months year={year.year} fields={fields} />
      <YearHistory year={year.year} />
    </section>
  )
}

interface ProposedProps {
  readonly year: number
  readonly saved: () => void
  readonly close: () => void
}

/** The next year as the law gives it, to be confirmed by a person. */
function Proposed({ year, saved, close }: ProposedProps) {
  const { t } = useTranslation()
  const query = useQuery(asked(proposeWorkingYear, { params: { year } }))
  return (
    <Asked query={query} lines={12}>
      {({ open, year: _, ...given }) => (
        <YearEditor year={year} given={{ ...given, source: '' }} seen={null} saved={saved} close={close}>
          <p>{t('workingCalendar.proposed')}</p>
          {open.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </YearEditor>
      )}
    </Asked>
  )
}
