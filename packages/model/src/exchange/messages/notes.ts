import { oddLetters } from '../../letters/index.ts'
import { kindRules } from '../columns.ts'
import { readLoosely, withoutExcelMarks } from '../cells/loose.ts'
import type { WarningCode } from '../codes.ts'
import type { Place, Say } from './place.ts'
import { quoted } from './shown.ts'

/** Free text may begin with an apostrophe of its own. */
const isFree = ({ kind, column }: Place): boolean =>
  kind !== undefined && kindRules[kind].columns.some(({ name, cell }) => name === column && cell.type === 'text')

function unknownColumn({ column, of }: Place): string {
  if (column === '') return 'Столбец без названия пропущен.'
  if (of) return `Столбец ${quoted(column)} пропущен: он из файла другого вида – «${kindRules[of].title}» (${of}).`
  const odd = oddLetters(column)
  return `Столбец ${quoted(column)} неизвестен и пропущен.${odd.length > 0 ? ` В названии ${odd.join('; ')}.` : ''}`
}

const inUtf8 = 'Сохраняйте файл в UTF-8.'

/** Sentences of warnings: the rows are in; what was read otherwise than written is told. */
export const notes: Readonly<Record<WarningCode, Say>> = {
  unknown_column: unknownColumn,
  no_time: () => 'Время не указано, принято 00:00:00.',
  duplicate_row: () => 'Строка повторяет предыдущую с тем же ключом; повтор не учтён.',
  replaced_row: () => 'Ниже в пакете есть другая строка с тем же ключом: учтена она, эта не учитывается.',
  withdrawn_event: ({ value }) =>
    `Событие ${quoted(value)} снято: прежняя строка этого запроса его называла, в этой его нет.`,
  duplicate_event: () => 'Такое же событие уже есть; повтор не учтён.',
  unknown_request: () => 'Сведения о самом запросе ещё не поступали; строка принята и ждёт их.',
  unknown_service: ({ value }) => `Услуги ${quoted(value)} нет в реестре.`,
  lost_zeros: ({ value }) =>
    `Услуги ${quoted(value)} нет в реестре, а с нулями впереди такой номер есть. Похоже, нули убрал табличный редактор: верните их.`,
  out_of_order: () => 'Решение принято раньше, чем подан запрос.',
  decision_conflict: () => 'По запросу есть и положительное, и отрицательное решение.',
  read_loosely: ({ value }) => `Записано ${quoted(value)}, прочитано как ${readLoosely(value) ?? value}.`,
  excel_marks: (place) =>
    `Записано ${quoted(place.value)}, прочитано как ${quoted(withoutExcelMarks(place.value, isFree(place)))}: знаки вокруг значения нужны только Excel.`,
  stray_quote: () =>
    'Кавычка открыта и не закрыта в этой строке: она прочитана как обычный знак, следующие строки – как отдельные. Проверьте текст.',
  backslash_quote: () =>
    'Кавычки внутри ячейки записаны как \\", а не удвоены: прочитаны как кавычки. По формату кавычку внутри ячейки удваивают.',
  unseen_characters: () =>
    'Невидимые знаки (мягкий перенос, пробел нулевой ширины) убраны, буквы из двух знаков (и + ˘) собраны в одну.',
  empty_row: () => 'Пустая строка (одни разделители) пропущена.',
  other_encoding: ({ value }) =>
    value === 'UTF-16'
      ? `Файл прочитан в кодировке UTF-16. ${inUtf8}`
      : `Файл прочитан в кодировке ${value}, найденной по его буквам. Проверьте тексты. ${inUtf8}`,
  title_rows: ({ value }) => `Строки над заголовком пропущены: ${value}. Заголовок должен быть первой строкой.`,
  sep_line: ({ value }) => `Строка ${quoted(value)} перед заголовком – подсказка для Excel; она пропущена.`,
  pipe_delimiter: () =>
    'Ячейки разделены знаком «|». Он прочитан как разделитель; по формату нужны «;», «,» или табуляция.',
  odd_line_ends: () => 'Строки кончаются знаками CR CR LF: лишний CR отброшен. Нужны LF или CR LF.',
  end_of_file_sign: () => 'В конце файла стоит знак конца файла DOS (0x1A); он отброшен.',
  ignored_file: ({ value }) => `Файл не читался: ${value || 'это не данные'}.`,
  hidden_cells: ({ value }) => `В книге есть скрытое: ${value}. Оно прочитано наравне с видимым.`,
  formula_value: ({ value }) =>
    `В книге есть формулы${value === '' ? '' : `, первая в ячейке ${value}`}. Они не вычислялись: прочитаны значения, сохранённые в файле.`,
  resaved_file: () =>
    'Файл отложенных строк пересохранён другой программой. Если это Excel, номера из одних цифр могли потерять нули впереди и ' +
    'последние цифры: сверьте их или исправляйте строки в книге XLSX, где все ячейки – текст.',
}
