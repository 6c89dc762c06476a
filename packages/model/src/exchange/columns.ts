/**
 * The columns of a daily package, one declarative table: the checks (SQL), the messages, the documentation page and the
 * tests are made from it. Источник: инструкция, приложения № 1–6.
 */

/** How a cell is read. Every type brings its own error codes. */
export type CellType =
  /** A number of a request or the like, of at most `max` characters: what names a person is refused. */
  | { readonly type: 'identifier'; readonly max: number }
  /** Free text of at most `max` characters. */
  | { readonly type: 'text'; readonly max: number }
  /** Registry number: an optional minus and 1–36 digits, kept as text because leading zeros matter. */
  | { readonly type: 'registry_number' }
  /** One of the five channels, in any case; РГПУ is read as РПГУ. */
  | { readonly type: 'channel' }
  | { readonly type: 'region' }
  /** One of a closed list of words; `code` is what another word is reported as. */
  | {
      readonly type: 'word'
      readonly words: readonly string[]
      readonly code: 'bad_applicant_kind' | 'bad_gender' | 'required'
      /** Capitals and small letters are the same; kept as in the list. */
      readonly anyCase?: true
    }
  | { readonly type: 'hash' }
  | { readonly type: 'age' }
  | { readonly type: 'ogrn' }
  | { readonly type: 'section' }
  | { readonly type: 'item' }
  | { readonly type: 'status' }
  /** A date whose time stands in the column `time`. */
  | { readonly type: 'date'; readonly time: string }
  | { readonly type: 'time' }
  /** Date and time in one cell. */
  | { readonly type: 'moment' }
  | { readonly type: 'score' }
  | { readonly type: 'criteria' }
  /** A whole number from 0 to `max`. */
  | { readonly type: 'count'; readonly max: number }

export interface Column {
  readonly name: string
  /** Russian names a header may use; the first one is shown to people. */
  readonly aliases: readonly [string, ...string[]]
  readonly cell: CellType
  /** The cell must be filled; the column must be in the header. */
  readonly required?: true
  /** Filled only for natural persons (ФЛ) or only for legal ones (ЮЛ). */
  readonly only?: 'ФЛ' | 'ЮЛ'
  /** What else holds, for the documentation page. */
  readonly note?: string
}

/** Stands for a supplier in the names of exported files that hold what was recorded in the product itself. */
export const OWN_RECORDS = 'otklik'

export const kinds = ['requests', 'events', 'wide', 'payments', 'ratings', 'complaints', 'services'] as const
export type Kind = (typeof kinds)[number]

export interface KindRule {
  readonly kind: Kind
  readonly title: string
  readonly source: string
  readonly columns: readonly Column[]
  /** A later row of the same key replaces the earlier one; events have none, equal ones are dropped. */
  readonly key: readonly string[]
}

export const channels = ['ЕПГУ', 'РПГУ', 'ВИС', 'ОГВ', 'МФЦ'] as const
/** A slip of инструкция, приложение № 1. */
export const channelSlips: Readonly<Record<string, (typeof channels)[number]>> = { РГПУ: 'РПГУ' }
export const serviceKinds = ['услуга', 'сервис', 'мера поддержки', 'контроль', 'функция'] as const
export const termUnits = ['рабочие', 'календарные'] as const

const id = { type: 'identifier', max: 200 } as const
const line = { type: 'text', max: 1000 } as const
const long = { type: 'text', max: 10_000 } as const
const moment = { type: 'moment' } as const

const requestId: Column = {
  name: 'request_id',
  aliases: ['Уникальный номер запроса'],
  cell: id,
  required: true,
  note: 'один номер у запроса во всех системах',
}

const requestColumns: readonly Column[] = [
  requestId,
  {
    name: 'service_id',
    aliases: ['Уникальный реестровый номер услуги'],
    cell: { type: 'registry_number' },
    required: true,
  },
  { name: 'subservice_id', aliases: ['Уникальный реестровый номер варианта услуги'], cell: id },
  { name: 'consultation_topic', aliases: ['Тема консультации'], cell: line },
  { name: 'submission_channel', aliases: ['Канал предоставления услуги'], cell: { type: 'channel' }, required: true },
  { name: 'result_channel', aliases: ['Канал предоставления результата'], cell: { type: 'channel' } },
  { name: 'smev_kinds', aliases: ['Вид сведений'], cell: long, note: 'мнемоники через |' },
  { name: 'region', aliases: ['Субъект Российской Федерации'], cell: { type: 'region' }, required: true },
  { name: 'office', aliases: ['Территориальный орган'], cell: line },
  {
    name: 'applicant_kind',
    aliases: ['Тип заявителя'],
    cell: { type: 'word', words: ['ФЛ', 'ЮЛ'], code: 'bad_applicant_kind' },
  },
  { name: 'applicant_hash', aliases: ['Хешированный идентификатор заявителя'], cell: { type: 'hash' } },
  { name: 'gender', aliases: ['Пол'], cell: { type: 'word', words: ['М', 'Ж'], code: 'bad_gender' }, only: 'ФЛ' },
  { name: 'age', aliases: ['Возраст'], cell: { type: 'age' }, only: 'ФЛ' },
  { name: 'ogrn', aliases: ['ОГРН'], cell: { type: 'ogrn' }, only: 'ЮЛ' },
]

const eventColumns: readonly Column[] = [
  requestId,
  { name: 'section', aliases: ['Раздел'], cell: { type: 'section' }, required: true },
  { name: 'item', aliases: ['Пункт'], cell: { type: 'item' } },
  { name: 'status', aliases: ['Код статуса'], cell: { type: 'status' }, note: 'код приложения № 8 или 30' },
  { name: 'date', aliases: ['Дата'], cell: { type: 'date', time: 'time' }, required: true },
  { name: 'time', aliases: ['Время'], cell: { type: 'time' }, note: 'местное; пустое – 00:00:00 и предупреждение' },
]

export const kindRules: Readonly<Record<Kind, KindRule>> = {
  requests: {
    kind: 'requests',
    title: 'Запросы и заявители',
    source: 'приложения № 1 и № 2',
    columns: requestColumns,
    key: ['request_id'],
  },
  events: { kind: 'events', title: 'Ход запросов', source: 'приложения № 3 и № 8', columns: eventColumns, key: [] },
  wide: {
    kind: 'wide',
    title: 'Запрос с его ходом в одной строке',
    source: 'приложения № 1–3 и № 8',
    columns: requestColumns,
    key: ['request_id'],
  },
  payments: {
    kind: 'payments',
    title: 'Оплата пошлины',
    source: 'приложение № 4',
    columns: [
      requestId,
      { name: 'uin', aliases: ['УИН'], cell: id },
      { name: 'uin_assigned_at', aliases: ['Дата и время присвоения УИН'], cell: moment },
      { name: 'paid_at', aliases: ['Дата и время оплаты'], cell: moment },
      { name: 'payment_confirmed_at', aliases: ['Дата и время подтверждения оплаты'], cell: moment },
      { name: 'form_error_at', aliases: ['Дата и время ошибки формы оплаты'], cell: moment },
      { name: 'refunded_at', aliases: ['Дата и время возврата'], cell: moment },
    ],
    key: ['request_id', 'uin'],
  },
  ratings: {
    kind: 'ratings',
    title: 'Оценки',
    source: 'приложение № 5',
    columns: [
      requestId,
      { name: 'rated_at', aliases: ['Дата и время оценки'], cell: moment, required: true },
      { name: 'score', aliases: ['Оценка'], cell: { type: 'score' }, required: true },
      { name: 'criteria', aliases: ['Критерии'], cell: { type: 'criteria' }, note: 'пары название=оценка через |' },
      { name: 'review', aliases: ['Отзыв'], cell: long },
    ],
    key: ['request_id', 'rated_at'],
  },
  complaints: {
    kind: 'complaints',
    title: 'Досудебные жалобы',
    source: 'приложение № 6',
    columns: [
      requestId,
      { name: 'accepted_at', aliases: ['Дата и время принятия жалобы'], cell: moment, required: true },
      { name: 'scheduled_at', aliases: ['Дата и время назначения рассмотрения'], cell: moment },
      { name: 'upheld_at', aliases: ['Дата и время удовлетворения'], cell: moment },
      { name: 'rejected_at', aliases: ['Дата и время отклонения'], cell: moment },
    ],
    key: ['request_id', 'accepted_at'],
  },
  services: {
    kind: 'services',
    title: 'Услуги',
    source: 'приложение № 1, сноска 1',
    columns: [
      {
        name: 'service_id',
        aliases: ['Уникальный реестровый номер услуги'],
        cell: { type: 'registry_number' },
        required: true,
      },
      { name: 'subservice_id', aliases: ['Уникальный реестровый номер варианта услуги'], cell: id },
      { name: 'name', aliases: ['Наименование услуги', 'Наименование'], cell: line, required: true },
      { name: 'authority', aliases: ['Орган'], cell: line },
      {
        name: 'region',
        aliases: ['Субъект Российской Федерации'],
        cell: { type: 'region' },
        note: 'пусто – федеральная',
      },
      { name: 'kind', aliases: ['Вид'], cell: { type: 'word', words: serviceKinds, code: 'required', anyCase: true } },
      { name: 'term_days', aliases: ['Срок, дней'], cell: { type: 'count', max: 3650 } },
      {
        name: 'term_unit',
        aliases: ['Единица срока'],
        cell: { type: 'word', words: termUnits, code: 'required', anyCase: true },
      },
      { name: 'fee', aliases: ['Пошлина'], cell: { type: 'text', max: 200 } },
      { name: 'life_situations', aliases: ['Жизненные ситуации'], cell: long, note: 'через |' },
    ],
    key: ['service_id', 'subservice_id'],
  },
}

/** The codes a column's own cell may be set aside with. */
export function codesOf(column: Column): readonly string[] {
  const { cell } = column
  const own: Record<CellType['type'], readonly string[]> = {
    identifier: ['too_long', 'plain_identifier', 'excel_number', 'damaged_text'],
    text: ['too_long', 'damaged_text'],
    registry_number: ['bad_number'],
    channel: ['unknown_channel'],
    region: ['unknown_region'],
    word: cell.type === 'word' ? [cell.code] : [],
    hash: ['plain_identifier', 'bad_hash'],
    age: ['bad_age'],
    ogrn: ['bad_ogrn'],
    section: ['unknown_section'],
    item: ['unknown_item', 'status_item_mismatch', 'ambiguous_item'],
    status: ['unknown_status', 'status_not_in_section'],
    date: ['bad_date', 'date_in_future', 'date_too_early'],
    time: ['bad_time'],
    moment: ['bad_date', 'bad_time', 'date_in_future', 'date_too_early'],
    score: ['bad_score'],
    criteria: ['bad_score', 'too_long', 'damaged_text'],
    count: ['bad_number'],
  }
  const codes = [
    ...own[cell.type],
    ...(column.required ? ['required'] : []),
    ...(column.only ? ['wrong_applicant_field'] : []),
  ]
  return [...new Set(codes)]
}
