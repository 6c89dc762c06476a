/** The daily package of primary data: kinds, columns, codes, messages. Инструкция по направлению первичных данных. */
export * from './codes.ts'
export * from './columns.ts'
export * from './header.ts'
export * from './messages.ts'
export * from './spaces.ts'
export { isOgrn } from './ogrn.ts'
export * from './package-states.ts'
export * from './packed.ts'
