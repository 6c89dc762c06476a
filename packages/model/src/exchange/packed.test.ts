import { expect, test } from 'vitest'
import { packedAs, unpackedName } from './packed.ts'

test.each([
  [0, 'requests.csv', '00000-requests.csv'],
  [12, '005-события.csv', '00012-005-события.csv'],
])('file %i, %s, is packed as %s and found again', (index, name, packed) => {
  expect(packedAs(index, name)).toBe(packed)
  expect(unpackedName(packed)).toBe(name)
})
