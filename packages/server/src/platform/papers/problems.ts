import { defineProblem } from '../problems/index.ts'

export const papersBusy = defineProblem(
  'papers_busy',
  503,
  'Документы готовятся',
  () => 'Сейчас готовится много документов. Повторите через минуту.',
)
/** Word and PDF are for reading; what is longer is for a spreadsheet. */
export const paperTooLong = defineProblem(
  'paper_too_long',
  422,
  'Документ слишком длинный',
  (rows: number, most: number) =>
    `В документе строк таблиц: ${rows}; DOCX и PDF готовятся до ${most}. Сузьте отбор или выгрузите XLSX.`,
)
