import { sections } from '../statuses/index.ts'
import { type Code, earliestYear, shownValueLength, type StructureCode } from './codes.ts'
import { channels, type Column, type Kind, kindRules } from './columns.ts'

/** A value as receipts show it: cut at 80 characters, never in the middle of one, which no database would keep. */
export const shown = (value: string): string => value.slice(0, shownValueLength).replace(/[\uD800-\uDBFF]$/, '')
const quoted = (value: string): string => (value === '' ? 'пусто' : `«${shown(value)}»`)

interface Place {
  readonly column: string
  readonly value: string
  /** For `row_width`: how many cells the header has. */
  readonly width?: number
  readonly kind?: Kind
}
type Say = (place: Place) => string
/** What a row of events has in a cell, a column of a wide file has for its title. */
const event = ({ kind, column, value }: Place): string => quoted(kind === 'wide' ? column : value)

const ofColumn = ({ kind, column }: Place): Column | undefined =>
  kind === undefined ? undefined : kindRules[kind].columns.find(({ name }) => name === column)

function required(place: Place): string {
  const cell = ofColumn(place)?.cell
  if (cell?.type === 'word' && place.value !== '')
    return `Значение ${quoted(place.value)} не из списка. Нужно одно из: ${cell.words.join(', ')}.`
  if (place.column === 'item' || place.column === 'status')
    return 'Нет ни пункта, ни кода статуса. Нужно хотя бы одно из двух.'
  return 'Обязательное значение не заполнено.'
}

function badNumber(place: Place): string {
  const cell = ofColumn(place)?.cell
  if (cell?.type === 'count') return `Значение ${quoted(place.value)} – не целое число от 0 до ${cell.max}.`
  return `Значение ${quoted(place.value)} – не реестровый номер. Нужны цифры (до 36), без пробелов и букв; допустим минус впереди.`
}

function tooLong(place: Place): string {
  const cell = ofColumn(place)?.cell
  if (place.column === '') return 'Строка длиннее, чем можно принять (1 МБ). Проверьте, нет ли лишней кавычки.'
  const max = cell?.type === 'text' ? cell.max : 10_000
  return `Значение слишком длинное: допустимо не больше ${max.toLocaleString('ru')} знаков.`
}

const say: Readonly<Record<Exclude<Code, StructureCode>, Say>> = {
  row_width: ({ value, width }) => `В строке ячеек: ${value}, а в заголовке: ${width}. Число ячеек должно совпадать.`,
  required,
  bad_date: ({ value }) => `Дата ${quoted(value)} не читается. Нужен вид ДД.ММ.ГГГГ, например 15.12.2022.`,
  bad_time: ({ value }) => `Время ${quoted(value)} не читается. Нужен вид ЧЧ:ММ:СС, например 17:30:00.`,
  date_in_future: ({ value }) => `Дата ${quoted(value)} позже отчётной больше чем на день.`,
  date_too_early: ({ value }) => `Дата ${quoted(value)} раньше ${earliestYear} года.`,
  unknown_region: ({ value }) =>
    `Субъект ${quoted(value)} не найден. Нужен двузначный код или название субъекта Российской Федерации.`,
  unknown_channel: ({ value }) => `Канал ${quoted(value)} неизвестен. Нужен один из: ${channels.join(', ')}.`,
  unknown_section: ({ value }) => `Раздел ${quoted(value)} неизвестен. Нужен один из: ${sections.join(', ')}, РПГУ.`,
  unknown_item: (place) => `Пункта ${event(place)} нет в этом разделе приложения № 3.`,
  unknown_status: (place) => `Кода статуса ${event(place)} нет в приложении № 8.`,
  status_not_in_section: (place) => `Статус ${event(place)} не бывает в этом разделе (приложение № 8).`,
  status_item_mismatch: ({ value }) =>
    `Пункт ${quoted(value)} и код статуса говорят о разном. Оставьте верный или приведите их в соответствие с приложением № 8.`,
  ambiguous_item: (place) => `Пункт ${event(place)} означает два разных статуса. Добавьте букву или код статуса.`,
  bad_applicant_kind: ({ value }) => `Тип заявителя ${quoted(value)} неизвестен. Нужно ФЛ или ЮЛ.`,
  bad_gender: ({ value }) => `Пол ${quoted(value)} не читается. Нужна одна буква: М или Ж.`,
  bad_age: ({ value }) => `Возраст ${quoted(value)} не читается. Нужны три цифры от 000 до 130, например 035.`,
  bad_ogrn: ({ value }) => `ОГРН ${quoted(value)} неверен. Нужны 13 цифр (15 для ОГРНИП) с верной контрольной цифрой.`,
  wrong_applicant_field: ({ column }) =>
    column === 'ogrn' ? 'ОГРН заполняется только для ЮЛ.' : 'Пол и возраст заполняются только для ФЛ.',
  plain_identifier: () =>
    'Значение похоже на открытые сведения о человеке (СНИЛС, ИНН, телефон, почта, имя). Передавать можно только хеш.',
  bad_hash: () => 'Хеш не читается. Нужны шестнадцатеричные цифры или base64, не короче 16 знаков.',
  bad_score: ({ value }) =>
    `Оценка ${quoted(value)} не читается. Нужно целое число от 1 до 5; критерии – парами название=оценка через |.`,
  bad_number: badNumber,
  too_long: tooLong,
  unknown_column: ({ column }) =>
    column === '' ? 'Столбец без названия пропущен.' : `Столбец «${column}» неизвестен и пропущен.`,
  no_time: () => 'Время не указано, принято 00:00:00.',
  duplicate_event: () => 'Такое же событие уже есть; повтор не учтён.',
  unknown_request: () => 'Сведения о самом запросе ещё не поступали; строка принята и ждёт их.',
  unknown_service: ({ value }) => `Услуги ${quoted(value)} нет в реестре.`,
  out_of_order: () => 'Решение принято раньше, чем подан запрос.',
  decision_conflict: () => 'По запросу есть и положительное, и отрицательное решение.',
}

/** What is wrong with a row and what would be right, in Russian. */
export function messageOf(code: Exclude<Code, StructureCode>, place: Place): string {
  return say[code](place)
}

interface Fact {
  readonly columns?: readonly string[]
  readonly kind?: Kind | null
  readonly row?: number
  readonly detail?: string
}
const sayStructure: Readonly<Record<StructureCode, (fact: Fact) => string>> = {
  empty_file: () => 'Файл пуст: нет даже заголовка.',
  bad_encoding: () => 'Кодировка файла не распознана. Нужна UTF-8 или Windows-1251.',
  no_known_kind: () => 'По заголовку нельзя понять, что в файле. Первая строка должна содержать названия столбцов.',
  missing_column: ({ columns = [] }) => `В заголовке нет обязательных столбцов: ${columns.join(', ')}.`,
  duplicate_column: ({ columns = [] }) => `Столбец назван в заголовке дважды: ${columns.join(', ')}.`,
  unclosed_quote: ({ row }) => `Кавычка, открытая в строке ${row ?? '?'}, не закрыта до конца файла.`,
  too_large: () => 'Файл или одна его строка больше, чем можно принять.',
  unsafe_archive: () => 'Архив небезопасен или повреждён и не раскрыт.',
}

/** Why a file was refused and what would be right, in Russian. */
export function explainStructure(code: StructureCode, fact: Fact = {}): string {
  return fact.detail ? `${sayStructure[code](fact)} ${fact.detail}` : sayStructure[code](fact)
}
