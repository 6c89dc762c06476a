import { type Static, Type } from 'typebox'
import { Count, Day, nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { PackageState, ReceiptFile, Sample, Totals } from './packages.ts'

const { name, kind, sha256, structure } = ReceiptFile.properties

/** What `otklik check --json` prints. */
export const CheckReceipt = Type.Object({
  status: PackageState,
  files: Type.Array(
    Type.Object({
      name,
      kind: nullable(kind),
      sha256,
      ...Totals.properties,
      structure,
      /** The same file stands in the package once more. */
      status: Type.Optional(PackageState),
    }),
  ),
  totals: Totals,
  codes: Type.Record(Type.String(), Count),
  samples: Type.Array(Sample),
})
export type CheckReceipt = Static<typeof CheckReceipt>

export const checkPackage = defineRoute({
  method: 'POST',
  path: '/api/packages/check',
  tag: 'Пакеты',
  summary: 'Проверить пакет, не передавая его: тело запроса – CSV, XLSX или ZIP до 64 МБ; ничего не сохраняется',
  access: 'packages.send',
  query: Type.Object({
    date: Type.Optional({ ...Day, description: 'Отчётная дата, ГГГГ-ММ-ДД; если не указана – сегодняшняя' }),
    name: Type.Optional(Type.String({ maxLength: 255, description: 'Имя файла для ответа' })),
  }),
  answer: CheckReceipt,
  stream: 'upload',
})
