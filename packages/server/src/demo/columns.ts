import { itemOf, type Section, statuses } from '@otklik/model/statuses'

const REQUEST_COLUMNS = {
  request_id: 'Уникальный номер запроса',
  service_id: 'Уникальный реестровый номер услуги',
  subservice_id: 'Уникальный реестровый номер варианта услуги',
  consultation_topic: 'Тема консультации',
  submission_channel: 'Канал предоставления услуги',
  result_channel: 'Канал предоставления результата',
  smev_kinds: 'Вид сведений',
  region: 'Субъект Российской Федерации',
  office: 'Территориальный орган',
  applicant_kind: 'Тип заявителя',
  applicant_hash: 'Хешированный идентификатор заявителя',
  gender: 'Пол',
  age: 'Возраст',
  ogrn: 'ОГРН',
}
const EVENT_COLUMNS = {
  request_id: 'Уникальный номер запроса',
  section: 'Раздел',
  item: 'Пункт',
  status: 'Код статуса',
  date: 'Дата',
  time: 'Время',
}

/** Header words of both spellings. */
export const REQUESTS = { canonical: Object.keys(REQUEST_COLUMNS), russian: Object.values(REQUEST_COLUMNS) }
export const EVENTS = { canonical: Object.keys(EVENT_COLUMNS), russian: Object.values(EVENT_COLUMNS) }

export const SIDES = {
  payments: ['request_id', 'uin', 'uin_assigned_at', 'paid_at', 'payment_confirmed_at', 'form_error_at', 'refunded_at'],
  ratings: ['request_id', 'rated_at', 'score', 'criteria', 'review'],
  complaints: ['request_id', 'accepted_at', 'scheduled_at', 'upheld_at', 'rejected_at'],
} as const

export const SERVICE_COLUMNS = [
  'service_id',
  'subservice_id',
  'name',
  'authority',
  'region',
  'kind',
  'term_days',
  'term_unit',
  'fee',
  'life_situations',
]

/** The columns of a wide file, by status and not by item: an item may stand for two statuses. */
export const WIDE_EVENTS: readonly { section: Section; status: number; column: string }[] = (
  ['ОГВ', 'ВИС'] as const
).flatMap((section) =>
  statuses
    .filter(({ code }) => itemOf(section, code) !== undefined)
    .map(({ code }) => ({ section, status: code, column: `${section}#${code}` })),
)
