import type { ListedDeadline } from '@otklik/model/deadlines/api'
import type { Handlers } from './fake-contract.ts'
import { LONG_NAME } from './fixtures/organisations.ts'

const deadline = (fields: Partial<ListedDeadline>): ListedDeadline => ({
  code: 'certification.papers_sent',
  period: '7',
  due: '2026-11-20',
  lastWorkingDay: '2026-11-20',
  what: 'Направить сертификат и (или) заключение: Зачисление в школу',
  who: 'Аналитический центр',
  source: 'Правила, п. 25',
  internal: false,
  address: '/certification/7',
  mine: true,
  urgency: 'overdue',
  ...fields,
})

const ROWS: readonly ListedDeadline[] = [
  deadline({}),
  deadline({
    code: 'appeals.answer',
    period: 'ОТ-2026-000007',
    due: '2026-11-29',
    lastWorkingDay: '2026-11-27',
    what: 'Ответить на обращение № ОТ-2026-000007',
    who: LONG_NAME,
    source: '59-ФЗ, ст. 12',
    address: '/appeals/7',
    urgency: 'this_week',
  }),
  deadline({
    code: 'measure',
    period: '3',
    due: '2026-12-15',
    lastWorkingDay: '2026-12-15',
    what: `Выполнить меру: ${LONG_NAME}`,
    internal: true,
    source: 'Порядок сбора обратной связи, приложение № 2',
    address: '/measures/3',
    mine: false,
    urgency: 'later',
  }),
]

/** «Сроки»: deadlines of all contexts, and what reminds of them. */
export const deadlineHandlers: Handlers = {
  listDeadlines: ({ state }) => ({
    json: {
      today: '2026-11-22',
      rows: state.empty ? [] : ROWS,
      notes: state.empty
        ? []
        : ['Производственного календаря 2027 года нет. Внесите таблицу года в разделе «Рабочий календарь».'],
      reminding: { link: null, mail: false, mailPossible: true },
    },
  }),
  makeCalendarLink: () => ({ status: 201, json: { url: 'https://otklik.test/deadlines/secret.ics' } }),
  chooseDeadlineMail: () => ({ json: { link: null, mail: true, mailPossible: true } }),
}
