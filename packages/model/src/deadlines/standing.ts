import { addWorkingDays, tableOf, workingDayUpTo, type WorkingCalendar } from '../calendar/index.ts'
import { type DeadlineCode, deadlinesOf } from '../certification/index.ts'
import { dayAt } from '../days/index.ts'
import { addMonths, monthTitle } from '../months/index.ts'
import { quarterBounds, quarterTitle } from '../quarters/index.ts'
import { type DeadlineEntry, inOrderOfDays } from './entry.ts'

/** Working days after the end of the period; the documents set none for these, so they can be changed. */
export interface InternalTerms {
  readonly monthly: number
  readonly quarterly: number
}
const USUAL_TERMS: InternalTerms = { monthly: 10, quarterly: 10 }

/** What is due every year: all whose day falls in it. Throws `calendar_missing` for a year without a table. */
export function standingDeadlines(
  year: number,
  calendar: WorkingCalendar,
  terms: InternalTerms = USUAL_TERMS,
): DeadlineEntry[] {
  tableOf(calendar, year)
  const entries = [...ofQuarters(year, calendar, terms), ...ofMonths(year, calendar, terms), ...ofLists(year)]
  const ofYear = entries.filter(({ due }) => due.startsWith(`${year}-`))
  return inOrderOfDays(ofYear.map((entry) => withWorkingDay(entry, calendar)))
}

type Undated = Omit<DeadlineEntry, 'last_working_day'>

/** With its last working day; the keys in the order in which they are printed. */
const withWorkingDay = ({ code, period, due, ...words }: Undated, calendar: WorkingCalendar): DeadlineEntry => ({
  code,
  period,
  due,
  last_working_day: workingDayUpTo(calendar, due),
  ...words,
})

/** Periods that end from the last day of the year before on: no term is so long that an earlier one matters. */
function ofQuarters(year: number, calendar: WorkingCalendar, { quarterly }: InternalTerms): Undated[] {
  const quarters = [`${year - 1}-Q4`, `${year}-Q1`, `${year}-Q2`, `${year}-Q3`]
  return quarters.flatMap((period) => {
    const title = quarterTitle(period)
    const after = (days: number): string => addWorkingDays(calendar, quarterBounds(period).last, days)
    return [
      {
        code: 'results',
        period,
        due: after(3),
        what: `Представить результаты опросов и предложения за ${title}`,
        who: 'Исполнительные органы',
        source: 'Порядок мониторинга качества, п. 5.3',
        internal: false,
      },
      {
        code: 'summary',
        period,
        due: after(10),
        what: `Направить обобщённые сведения за ${title}`,
        who: 'Организатор мониторинга',
        source: 'Порядок мониторинга качества, п. 5.4',
        internal: false,
      },
      {
        code: 'quarterly',
        period,
        due: after(quarterly),
        what: `Составить сводку обратной связи и болевых точек за ${title}`,
        who: 'Организатор оценки',
        source: 'Порядок сбора обратной связи, п. 4.4, 4.6',
        internal: true,
      },
    ]
  })
}

function ofMonths(year: number, calendar: WorkingCalendar, { monthly }: InternalTerms): Undated[] {
  return Array.from({ length: 12 }, (_, at) => addMonths(`${year - 1}-12`, at)).map((period) => {
    const [of = 0, month = 0] = period.split('-').map(Number)
    return {
      code: 'monthly',
      period,
      due: addWorkingDays(calendar, dayAt(of, month + 1, 0), monthly),
      what: `Составить аналитический отчёт за ${monthTitle(period)} года`,
      who: 'Ответственный за клиентоцентричность',
      source: 'Рекомендации, п. 5.1.6',
      internal: true,
    }
  })
}

const WHO: Readonly<Record<DeadlineCode, string>> = {
  services_told: 'Ответственные за клиентоцентричность',
  single_drafted: 'Аналитический центр',
  year_published: 'Аналитический центр',
  remarks_sent: 'Ответственные за клиентоцентричность',
  year_approved: 'Рабочая группа',
  year_updated: 'Аналитический центр',
}

/** The lists of certification of this reporting year and of the next. */
function ofLists(year: number): Undated[] {
  return [year, year + 1].flatMap((reporting) =>
    deadlinesOf(reporting).map(({ code, day, text, point }) => ({
      code,
      period: String(reporting),
      due: day,
      what: text,
      who: WHO[code],
      source: `Правила, п. ${point}`,
      internal: false,
    })),
  )
}
