import { explainStructure } from '@otklik/model/exchange'
import type { FaultReason, StructureFault } from './fault.ts'

const size = (bytes: number | undefined): string =>
  bytes === undefined ? '' : `${Math.round(bytes / 1024 ** 2).toLocaleString('ru')} МБ`

/** What the user should know beyond the sentence of the code. */
const further: Partial<Record<FaultReason, (fault: StructureFault) => string>> = {
  utf16: () => 'Файл сохранён в UTF-16; сохраните его в UTF-8.',
  nul_byte: () => 'В файле есть нулевые байты: он повреждён или это не текст.',
  undefined_in_windows_1251: () => 'Файл похож на Windows-1251, но в нём есть байты, которых в ней нет.',
  mixed_encodings: () => 'Часть файла в UTF-8, часть в Windows-1251.',
  cr_line_ends: () => 'Строки разделены одним знаком CR; нужен LF или CR LF.',
  header_too_long: () => 'Слишком длинный заголовок.',
  record_too_long: ({ limit }) => `Одна строка длиннее ${size(limit)}: вероятно, в ней лишняя кавычка.`,
  file_too_long: ({ limit }) => `Принимается не больше ${size(limit)}.`,
  too_many_files: ({ limit }) => `Принимается не больше ${limit} файлов.`,
  gzip: () => 'Сжатие gzip не принимается: передайте CSV или ZIP.',
  other_archive: () => 'Принимаются архивы ZIP.',
  nested_archive: () => 'Архив внутри архива не раскрывается.',
  damaged_archive: () => 'Архив повреждён или передан не до конца.',
  checksum: () => 'Контрольная сумма файла в архиве не сходится.',
  too_many_entries: ({ limit }) => `В архиве больше ${limit} файлов.`,
  total_too_long: ({ limit }) => `После распаковки архив больше ${size(limit)}.`,
  compression_ratio: () => 'Файл в архиве сжат подозрительно сильно.',
  encrypted_entry: () => 'Файл в архиве зашифрован.',
  unknown_compression: () => 'Способ сжатия не поддерживается.',
  unsafe_name: ({ detail }) => `Имя файла выходит за пределы архива: ${detail ?? ''}.`,
  duplicate_name: ({ detail }) => `Имя файла повторяется: ${detail ?? ''}.`,
  overlapping_entries: () => 'Файлы архива накладываются друг на друга.',
  link: () => 'В архиве или папке есть ссылка на другой файл.',
  office_document: () => 'Это документ Office: сохраните его как CSV.',
}

/** Why a file was refused, in Russian. */
export function explainFault(fault: StructureFault): string {
  const columns = fault.reason === 'header' && fault.detail ? fault.detail.split('\n') : []
  return explainStructure(fault.code, { columns, row: fault.row, detail: further[fault.reason]?.(fault) })
}
