import { expect, test } from 'vitest'
import { byBeginning } from './by-beginning.ts'

const names = ['Администрация города', 'МФЦ «Министерский»', 'Отдел', 'Министерство образования']
const sorted = (find: string) => byBeginning(names, (name) => name, find)

test('names with a word that begins so come first, in the order they had', () => {
  expect(sorted('минис')).toEqual([names[1], names[3], names[0], names[2]])
  expect(sorted('Министерство обр')).toEqual([names[3], names[0], names[1], names[2]])
  expect(sorted('')).toEqual(names)
})
