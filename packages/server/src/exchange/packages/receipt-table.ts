import type { Receipt } from '@otklik/model/exchange/api'
import type { TableExport } from '../../platform/http/index.ts'

/** What was found in the rows of a package, as a file. */
export function receiptTable(receipt: Receipt, table: 'codes' | 'samples'): TableExport {
  return table === 'codes' ? codeTable(receipt) : sampleTable(receipt)
}

/** How often each remark was made, the most frequent first, with what it said of its first row. */
function codeTable({ id, codes, samples }: Receipt): TableExport {
  const said = new Map(samples.toReversed().map(({ code, message }) => [code, message]))
  const counted = Object.entries(codes).toSorted(([, a], [, b]) => b - a)
  return {
    name: `Замечания к пакету ${id}`,
    columns: [
      { key: 'code', title: 'Код' },
      { key: 'rows', title: 'Строк', type: 'integer' },
      { key: 'message', title: 'Например' },
    ],
    rows: counted.map(([code, rows]) => ({ code, rows, message: said.get(code) ?? '' })),
  }
}

function sampleTable({ id, samples }: Receipt): TableExport {
  return {
    name: `Примеры замечаний к пакету ${id}`,
    columns: [
      { key: 'file', title: 'Файл' },
      { key: 'line', title: 'Строка файла', type: 'integer' },
      { key: 'column', title: 'Столбец' },
      { key: 'value', title: 'Значение' },
      { key: 'code', title: 'Код' },
      { key: 'message', title: 'Что не так и как верно' },
    ],
    rows: samples.map(({ line, ...sample }) => ({ ...sample, line: line ?? sample.row })),
  }
}
