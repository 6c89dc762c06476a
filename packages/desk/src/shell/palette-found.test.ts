import { expect, test } from 'vitest'
import { placesFound, servicesFound } from './palette-found.ts'

const nameOf = (name: string) => ({ overview: 'Обзор', packages: 'Пакеты' })[name] ?? name

test('a place is found by part of its name, if one may go there', () => {
  expect(placesFound('пак', () => true, nameOf)).toMatchObject([{ to: '/packages' }])
  expect(placesFound('пак', (right) => right !== 'packages.read', nameOf)).toEqual([])
})
test('a service is found by words in any order, by its number, and without the dots of ё', () => {
  const services = [
    { id: '0310000001', name: 'Зачисление в школу' },
    { id: '0310000002', name: 'Отдых и оздоровление детей' },
    { id: '0410000003', name: 'Приём отчёта' },
  ]
  const found = (text: string) => servicesFound(text, services).map(({ id }) => id)
  expect(found('школу зачисл')).toEqual(['0310000001'])
  expect(found('прием')).toEqual(['0410000003'])
  expect(found('041')).toEqual(['0410000003'])
  expect(found('')).toEqual([])
})
