import { sections } from '../../statuses/index.ts'
import { looksExcelNumber } from '../cells/identifiers.ts'
import { type Code, earliestYear, type ErrorCode, type StructureCode } from '../codes.ts'
import { channels, type Column, kindRules } from '../columns.ts'
import { sayNear } from '../header/index.ts'
import { notes } from './notes.ts'
import type { Place, Say } from './place.ts'
import { quoted } from './shown.ts'
import { whyDate, whyDateAlone } from './why-date.ts'
import { timePart, whyTime } from './why-time.ts'
import { sayDamage, whyWord } from './why-word.ts'

/** What a row of events has in a cell, a column of a wide file has for its title. */
const event = ({ kind, column, value }: Place): string => quoted(kind === 'wide' ? column : value)

const ofColumn = ({ kind, column }: Place): Column | undefined =>
  kind === undefined ? undefined : kindRules[kind].columns.find(({ name }) => name === column)

function required(place: Place): string {
  const cell = ofColumn(place)?.cell
  if (cell?.type === 'word' && place.value !== '')
    return `Значение ${quoted(place.value)} не из списка. Нужно одно из: ${cell.words.join(', ')}.${whyWord(place.value, cell.words)}`
  if (place.column === 'item' || place.column === 'status')
    return 'Нет ни пункта, ни кода статуса. Нужно хотя бы одно из двух.'
  return 'Обязательное значение не заполнено.'
}

const spoilt =
  'длинный номер, который Excel сократил: последние цифры утрачены. Возьмите номер из исходной системы и откройте этот столбец как текст'

function badNumber(place: Place): string {
  const cell = ofColumn(place)?.cell
  if (cell?.type === 'count') return `Значение ${quoted(place.value)} – не целое число от 0 до ${cell.max}.`
  if (looksExcelNumber(place.value)) return `Значение ${quoted(place.value)} – ${spoilt}.`
  return `Значение ${quoted(place.value)} – не реестровый номер. Нужны цифры (до 36), без пробелов и букв; допустим минус впереди.`
}

function tooLong(place: Place): string {
  const cell = ofColumn(place)?.cell
  if (place.column === '') return 'Строка длиннее, чем можно принять (1 МБ). Проверьте, нет ли лишней кавычки.'
  const max = cell?.type === 'text' || cell?.type === 'identifier' ? cell.max : 10_000
  return `Значение слишком длинное: допустимо не больше ${max.toLocaleString('ru')} знаков.`
}

function badDate(place: Place): string {
  const why = place.column === 'date' || ofColumn(place)?.cell.type === 'date' ? whyDateAlone : whyDate
  const said = [`Дата ${quoted(place.value)} не читается.`, why(place.value) ?? ''].filter((part) => part !== '')
  const form = said.some((part) => part.includes('ДД.ММ.ГГГГ')) ? [] : ['Нужен вид ДД.ММ.ГГГГ, например 15.12.2022.']
  return [...said, ...form].join(' ')
}

function badTime({ value }: Place): string {
  const why = whyTime(timePart(value))
  return `Время ${quoted(value)} не читается. ${why ? `${why}. ` : ''}Нужен вид ЧЧ:ММ:СС, например 17:30:00.`
}

const lostZero = (digits: string): string => ` Похоже, табличный редактор убрал ноль впереди: нужно «${digits}».`

function unknownRegion({ value }: Place): string {
  const zero = /^[1-9]$/.test(value) ? lostZero(`0${value}`) : ''
  return `Субъект ${quoted(value)} не найден. Нужен двузначный код или название субъекта Российской Федерации.${zero || whyWord(value)}`
}

function badAge({ value }: Place): string {
  const zero = /^[1-9]\d?$/.test(value) ? lostZero(value.padStart(3, '0')) : ''
  return `Возраст ${quoted(value)} не читается. Нужны три цифры от 000 до 130, например 035.${zero}`
}

function badHash({ value }: Place): string {
  if (looksExcelNumber(value))
    return `Хеш прочитан Excel как число и сокращён: исходные знаки утрачены. Возьмите его из исходной системы и откройте этот столбец как текст.`
  return 'Хеш не читается. Нужны шестнадцатеричные цифры или base64, не короче 16 знаков.'
}

function misspelt({ column, meant }: Place): string {
  const near = meant ? sayNear({ title: column, meant }) : `Столбец ${quoted(column)} неизвестен`
  return `${near}, поэтому его значение нельзя пропустить. Исправьте название столбца в заголовке.`
}

const errors: Readonly<Record<ErrorCode, Say>> = {
  row_width: ({ value, width }) => `В строке ячеек: ${value}, а в заголовке: ${width}. Число ячеек должно совпадать.`,
  required,
  bad_date: badDate,
  bad_time: badTime,
  date_in_future: ({ value }) => `Дата ${quoted(value)} позже отчётной больше чем на день.`,
  date_too_early: ({ value }) => `Дата ${quoted(value)} раньше ${earliestYear} года.`,
  unknown_region: unknownRegion,
  unknown_channel: ({ value }) =>
    `Канал ${quoted(value)} неизвестен. Нужен один из: ${channels.join(', ')}.${whyWord(value, channels)}`,
  unknown_section: ({ value }) =>
    `Раздел ${quoted(value)} неизвестен. Нужен один из: ${sections.join(', ')}, РПГУ.${whyWord(value, [...sections, 'РПГУ'])}`,
  unknown_item: (place) => `Пункта ${event(place)} нет в этом разделе приложения № 3.`,
  unknown_status: (place) => `Кода статуса ${event(place)} нет в приложении № 8.`,
  status_not_in_section: (place) => `Статус ${event(place)} не бывает в этом разделе (приложение № 8).`,
  status_item_mismatch: ({ value }) =>
    `Пункт ${quoted(value)} и код статуса говорят о разном. Оставьте верный или приведите их в соответствие с приложением № 8.`,
  ambiguous_item: (place) => `Пункт ${event(place)} означает два разных статуса. Добавьте букву или код статуса.`,
  bad_applicant_kind: ({ value }) =>
    `Тип заявителя ${quoted(value)} неизвестен. Нужно ФЛ или ЮЛ.${whyWord(value, ['ФЛ', 'ЮЛ'])}`,
  bad_gender: ({ value }) =>
    `Пол ${quoted(value)} не читается. Нужна одна буква: М или Ж.${whyWord(value, ['М', 'Ж'])}`,
  bad_age: badAge,
  bad_ogrn: ({ value }) => `ОГРН ${quoted(value)} неверен. Нужны 13 цифр (15 для ОГРНИП) с верной контрольной цифрой.`,
  wrong_applicant_field: ({ column }) =>
    column === 'ogrn' ? 'ОГРН заполняется только для ЮЛ.' : 'Пол и возраст заполняются только для ФЛ.',
  plain_identifier: ({ column }) =>
    'Значение похоже на открытые сведения о человеке (СНИЛС, ИНН, телефон, почта, имя). ' +
    (column === 'applicant_hash' || column === ''
      ? 'Передавать можно только хеш.'
      : 'Номером они быть не могут: укажите номер из исходной системы.'),
  bad_hash: badHash,
  bad_score: ({ value }) =>
    `Оценка ${quoted(value)} не читается. Нужно целое число от 1 до 5; критерии – парами название=оценка через |.`,
  bad_number: badNumber,
  too_long: tooLong,
  excel_number: ({ value }) => `Значение ${quoted(value)} – ${spoilt}.`,
  damaged_text: ({ value }) => `Текст ${quoted(value)} повреждён. ${sayDamage(value)}`,
  misspelt_column: misspelt,
}

const say: Readonly<Record<Exclude<Code, StructureCode>, Say>> = { ...errors, ...notes }

/** What is wrong with a row and what would be right, in Russian. */
export function messageOf(code: Exclude<Code, StructureCode>, place: Place): string {
  return say[code](place)
}
