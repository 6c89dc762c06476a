import { defineProblem } from '../platform/problems/index.ts'

export const supplierMissing = defineProblem(
  'supplier_missing',
  400,
  'Не указан поставщик',
  () => 'Укажите код поставщика в параметре supplier.',
)
