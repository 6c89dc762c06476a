export type DeadlineCode =
  | 'services_told'
  | 'single_drafted'
  | 'year_published'
  | 'remarks_sent'
  | 'year_approved'
  | 'year_updated'

/** A day by which something is to be done. Nothing is refused for being late. */
export interface Deadline {
  readonly code: DeadlineCode
  /** `YYYY-MM-DD`, the last day on which it is in time. */
  readonly day: string
  /** The point of the Правила. */
  readonly point: string
  readonly text: string
}

/** What is due for the lists of a reporting year, in the order of the days (Правила, пункты 6, 10, 12, 16). */
export const deadlinesOf = (year: number): Deadline[] => [
  {
    code: 'services_told',
    day: `${year - 1}-11-20`,
    point: '6',
    text: 'Ответственные за клиентоцентричность передают сведения о сервисах',
  },
  {
    code: 'single_drafted',
    day: `${year - 1}-12-01`,
    point: '6',
    text: 'Аналитический центр актуализирует проект Единого перечня',
  },
  {
    code: 'year_published',
    day: `${year - 1}-12-20`,
    point: '10',
    text: 'Проект перечня отчётного года размещён, ответственные уведомлены',
  },
  {
    code: 'remarks_sent',
    day: `${year}-01-31`,
    point: '10',
    text: 'Ответственные за клиентоцентричность направляют замечания и предложения',
  },
  {
    code: 'year_approved',
    day: `${year}-03-01`,
    point: '12',
    text: 'Рабочая группа утверждает перечень отчётного года',
  },
  {
    code: 'year_updated',
    day: `${year}-11-01`,
    point: '16',
    text: 'Перечень отчётного года актуализирован, если нужно',
  },
]
