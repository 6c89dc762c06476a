import { type Static, Type } from 'typebox'
import { Count, Day, SupplierCode, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

/** How often receipts made a remark. */
export const CodeCount = Type.Object({
  /** A code of the receipt. */
  code: Type.String(),
  /** Rows that bear it; files, where whole ones were refused. */
  rows: Count,
  packages: Count,
  /** The last reporting date that has it. */
  last: Day,
  /** Week by week in the order of `weeks`. */
  byWeek: Type.Array(Count),
})
export type CodeCount = Static<typeof CodeCount>

export const countCodes = defineRoute({
  method: 'GET',
  path: '/api/packages/remarks',
  tag: 'Пакеты',
  summary: 'Какие замечания повторяются: строки по кодам и неделям, по отчётным датам пакетов',
  access: 'packages.read',
  audit: { label: 'замечания по кодам' },
  query: Type.Object({ supplier: Type.Optional(SupplierCode), from: Day, to: Day, format: TableFormat }),
  answer: Type.Object({
    /** Mondays. */
    weeks: Type.Array(Day),
    remarks: Type.Array(CodeCount),
  }),
})
