export { damageOf, damagePattern, undamaged } from './damaged.ts'
export { excelNumberPattern, looksExcelNumber, looksPersonal, personalPattern } from './identifiers.ts'
export * from './loose.ts'
