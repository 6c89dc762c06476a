import type { FaultReason, StructureFault } from './fault.ts'

type Say = (fault: StructureFault) => string

const megabytes = (bytes = 0) => `${Math.round((bytes / 2 ** 20) * 10) / 10} МБ`.replace('.', ',')
const entry = ({ detail }: StructureFault) => `«${detail ?? ''}»`

/** What stands behind a structure code. The general sentence of the code comes before it; empty where that is enough. */
const details: Record<FaultReason, Say> = {
  utf16: () => 'Файл сохранён в UTF-16 («Юникод»). Сохраните его в UTF-8.',
  nul_byte: () => 'В файле есть нулевой байт: это не текст или файл повреждён.',
  damaged_utf8: () => 'Файл в UTF-8, но часть букв повреждена.',
  undefined_in_windows_1251: () => 'В файле есть байт 0x98, которого нет в Windows-1251.',
  mixed_encodings: () => 'Часть файла записана в UTF-8, часть – в Windows-1251.',
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
  empty_archive: () => 'В архиве нет файлов с данными.',
  office_document: () => 'Это документ или электронная таблица. Сохраните её как CSV.',
  lost_lines: () =>
    'В первой строке рядом с названиями столбцов стоят данные: переводы строк потеряны при передаче. ' +
    'Передайте файл байт в байт: curl --data-binary @файл вместо curl -d @файл.',
  header: () => '',
  plain: () => '',
}

/** The sentence to follow the one of the structure code, in Russian, with the row where it is known. */
export function faultDetail(fault: StructureFault): string {
  const said = details[fault.reason](fault)
  const place = said !== '' && fault.row !== undefined && fault.row > 0 ? ` Строка ${fault.row}.` : ''
  return said + place
}
