import type { ObjectFields } from '@otklik/model/certification/api'
import { expect, test } from 'vitest'
import { NEW_OBJECT } from './new-object.ts'
import { wrongFields } from './object-checks.ts'

const good: ObjectFields = { ...NEW_OBJECT, name: 'Зачисление в школу', kind: 'service' }

test('a service needs no address, a service tool does; an address is whole', () => {
  expect(wrongFields(good)).toEqual({})
  expect(wrongFields({ ...good, kind: 'appeals' })).toEqual({ address: 'needAddress' })
  expect(wrongFields({ ...good, address: 'www.gosuslugi.ru' })).toEqual({ address: 'badAddress' })
  expect(wrongFields({ ...good, address: 'https://www.gosuslugi.ru/1', name: '  ' })).toEqual({ name: 'needName' })
})
test('a certificate has a level and both days, in the right order; a level may stand alone', () => {
  expect(wrongFields({ ...good, level: 25 })).toEqual({})
  expect(wrongFields({ ...good, level: 70, validTo: '2027-01-01' })).toEqual({ validFrom: 'needFrom' })
  expect(wrongFields({ ...good, validFrom: '2026-01-01' })).toEqual({ level: 'needLevel' })
  expect(wrongFields({ ...good, validFrom: '2026-01-01', validTo: '2027-01-01' })).toEqual({ level: 'needLevel' })
  const days = { level: 70, validFrom: '2026-01-02', validTo: '2026-01-01' }
  expect(wrongFields({ ...good, ...days })).toEqual({ validTo: 'badOrder' })
  expect(wrongFields({ ...good, ...days, validTo: '2028-01-01' })).toEqual({})
})
