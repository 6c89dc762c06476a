import type { ListRemark } from '@otklik/model/certification/api'
import { expect, test } from 'vitest'
import { remarksTable } from './remarks-table.ts'

const REMARK: ListRemark = {
  id: 1,
  version: 1,
  entry: 2,
  object: 3,
  name: 'Зачисление в школу',
  authority: null,
  state: 'sent',
  asks: 'include',
  text: '',
  materials: { level: null, monitoring: null, form: null, act: null, mass: { list: 'regional', item: '14' } },
  contacts: { authority: null, digital: null },
  files: [],
  begun: { by: 'Иванова', at: '2027-01-20T09:00:00.000Z' },
  // In Moscow it is the next day, one too late.
  sent: { by: 'Иванова', at: '2027-01-31T21:30:00.000Z' },
  late: true,
  decided: null,
  allowed: [],
}

test('a remark was sent on the day it was in Moscow', () =>
  expect(remarksTable.cells(REMARK)).toMatchObject({ sent: '2027-02-01', mass: '14 (региональный)', level: null }))
