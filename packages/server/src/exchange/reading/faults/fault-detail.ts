import { explainStructure } from '@otklik/model/exchange'
import type { FaultReason, StructureFault } from './fault.ts'

type Say = (fault: StructureFault) => string

const megabytes = (bytes = 0) => `${Math.round((bytes / 2 ** 20) * 10) / 10} МБ`.replace('.', ',')
const entry = ({ detail }: StructureFault) => `«${detail ?? ''}»`

/** What stands behind a structure code. The general sentence of the code comes before it; empty where that is enough. */
const details: Record<FaultReason, Say> = {
  damaged_utf16: () => 'Файл сохранён в UTF-16 («Юникод») и повреждён. Сохраните его заново в UTF-8.',
  nul_byte: () => 'В файле есть нулевой байт: это не текст или файл повреждён. Пришлите CSV, XLSX или ZIP с ними.',
  damaged_utf8: () => 'Файл в UTF-8, но часть букв повреждена.',
  undefined_in_windows_1251: () => 'В файле есть байт 0x98, которого нет в Windows-1251.',
  mixed_encodings: () =>
    'Часть строк записана в UTF-8, часть – в другой кодировке. Выгрузите файл в одной, лучше в UTF-8.',
  cr_line_ends: () => 'Строки разделены только знаком CR. Нужны LF или CR LF.',
  header_too_long: ({ limit }) =>
    `Первая строка длиннее ${megabytes(limit)}: это не заголовок. Проверьте, не потеряны ли переводы строк при передаче (curl --data-binary вместо -d).`,
  record_too_long: ({ limit }) => `Одна из строк длиннее ${megabytes(limit)}.`,
  file_too_long: ({ limit }) => `Файл больше ${megabytes(limit)}.`,
  too_many_files: ({ limit }) => `Файлов больше ${limit}.`,
  gzip: () => 'Сжатие gzip не принимается. Пришлите CSV или ZIP.',
  other_archive: ({ detail }) => `Архив ${detail ?? ''} не принимается. Пришлите CSV или ZIP.`,
  nested_archive: () => 'Внутри архива лежит ещё один архив.',
  damaged_archive: () => 'Архив повреждён или передан не до конца.',
  checksum: (fault) => `Контрольная сумма файла ${entry(fault)} не сходится.`,
  too_many_entries: ({ limit }) => `Файлов в архиве больше ${limit}.`,
  total_too_long: ({ limit }) => `Распакованный архив больше ${megabytes(limit)}.`,
  compression_ratio: (fault) => `Файл ${entry(fault)} сжат более чем в ${fault.limit} раз.`,
  encrypted_entry: (fault) => `Файл ${entry(fault)} зашифрован.`,
  unknown_compression: (fault) => `Файл ${entry(fault)} сжат неизвестным способом. Нужен обычный ZIP (Deflate).`,
  unsafe_name: (fault) => `Недопустимое имя в архиве: ${entry(fault)}.`,
  duplicate_name: (fault) => `Имя ${entry(fault)} повторяется в архиве.`,
  overlapping_entries: (fault) => `Файл ${entry(fault)} занимает те же байты, что и другой.`,
  link: ({ detail }) => (detail ? `«${detail}» – ссылка, а не файл.` : 'Ссылка ведёт за пределы папки.'),
  self_extracting: () => 'Это программа или самораспаковывающийся архив. Пришлите обычный ZIP.',
  empty_archive: () => 'В архиве нет файлов с данными.',
  lost_lines: () =>
    'В первой строке рядом с названиями столбцов стоят данные: переводы строк потеряны при передаче. ' +
    'Передайте файл байт в байт: curl --data-binary @файл вместо curl -d @файл.',
  office_document: () => 'Это документ, а не таблица. Пришлите CSV, XLSX или ZIP с ними.',
  open_document: () => 'Это файл OpenDocument (ODS, ODT). Сохраните таблицу как XLSX или CSV.',
  html: () =>
    'Это веб-страница (HTML), хотя программа могла назвать её XLS. Откройте её в Excel и сохраните как XLSX или CSV.',
  json: () => 'Это JSON, а не CSV. Выгрузите данные таблицей: CSV или XLSX.',
  other_format: ({ detail }) => `Это ${detail ?? 'файл другого формата'}, а не CSV. Пришлите CSV, XLSX или ZIP с ними.`,
  password: () => 'Она закрыта паролем. Снимите пароль (Файл – Сведения – Защита книги) и сохраните снова.',
  old_workbook: () => 'Это книга Excel 97–2003 (XLS). Сохраните её как XLSX или CSV.',
  xml_workbook: () => 'Это таблица XML 2003. Сохраните её как XLSX или CSV.',
  binary_workbook: () => 'Это двоичная книга (XLSB). Сохраните её как XLSX или CSV.',
  damaged_workbook: ({ detail }) =>
    `Файл повреждён${detail ? ` (${detail})` : ''}. Откройте его в Excel и сохраните снова.`,
  no_table: () => 'В ней нет листа с данными.',
  merged_cells: ({ detail }) =>
    `Объединены ячейки ${detail ?? ''}: чьё это значение, неизвестно. Снимите объединение и заполните каждую.`,
  no_value: ({ detail }) =>
    `В ячейке ${detail ?? ''} формула, а её значение в файле не сохранено. Откройте книгу в Excel и сохраните.`,
  header: ({ detail }) => detail ?? '',
  plain: () => '',
}

/** Sheets are read row by row, but their cells have names of their own. */
const hasPlace = ({ reason, line }: StructureFault): boolean => line !== undefined && reason !== 'header'

/** The sentence to follow the one of the structure code, in Russian, with the line where it is known. */
export function faultDetail(fault: StructureFault): string {
  const said = details[fault.reason](fault)
  return said !== '' && hasPlace(fault) ? `${said} Строка ${fault.line} файла.` : said
}

/** Files that are something else altogether: what they are says all, and nothing can be said of their header. */
const foreign: ReadonlySet<FaultReason> = new Set(['html', 'json', 'other_format', 'office_document', 'open_document'])

/** Why a file was refused and what would be right, in Russian: the sentence of the code, then what exactly was found. */
export function explainFault(fault: StructureFault): string {
  const detail = faultDetail(fault)
  return foreign.has(fault.reason) ? detail : explainStructure(fault.code, { ...fault, detail })
}
