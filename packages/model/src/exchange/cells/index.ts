export { damageOf, damagePattern, undamaged } from './damaged.ts'
export { excelNumberPattern, looksExcelNumber, looksPersonal, personalPattern } from './identifiers.ts'
export { LONGEST_SERVICE, withZeros } from './lost-zeros.ts'
export * from './loose.ts'
