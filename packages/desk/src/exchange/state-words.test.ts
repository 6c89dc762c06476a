import { PACKAGE_STATES } from '@otklik/model/exchange'
import { expect, test } from 'vitest'
import ru from './texts/ru.json' with { type: 'json' }

test('states of packages are called in the desk as in their one table', () => {
  expect(ru.packageStates).toEqual(PACKAGE_STATES)
})
