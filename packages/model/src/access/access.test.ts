import { describe, expect, test } from 'vitest'
import { ALL_RIGHTS, actsFor, hasRight, NOBODY, OPERATOR, type Principal, rightsOf, weakness } from './index.ts'

const user: Principal = { kind: 'user', id: '1', login: 'anna', name: 'Анна', roles: [], rights: ['progress.read'] }
const supplier: Principal = { kind: 'supplier', code: 'mfc', name: 'МФЦ', tokenId: '1' }

describe('rights', () => {
  test('an unknown role gives nothing, also when it is named like a part of every object', () => {
    expect(rightsOf(['administrator'])).toEqual(ALL_RIGHTS)
    expect(rightsOf(['visitor', 'constructor', '__proto__'])).toEqual([])
  })
  test('each principal has what the table says and nothing else', () => {
    const given = (who: Principal) => ALL_RIGHTS.filter((right) => hasRight(who, right))
    expect(given(NOBODY)).toEqual([])
    expect(given(OPERATOR)).toEqual(ALL_RIGHTS)
    expect(given(user)).toEqual(['progress.read'])
    expect(given(supplier)).toEqual(['packages.read', 'packages.send'])
  })
  test('a token acts for its own supplier only', () => {
    expect([actsFor(supplier, 'mfc'), actsFor(supplier, 'mfc2'), actsFor(user, 'mfc'), actsFor(NOBODY, 'mfc')]).toEqual(
      [true, false, true, false],
    )
  })
})

test('passwords that are long and still easy', () => {
  for (const easy of ['121212121212', 'anna-anna-2026', 'qwertyuiopas', '987654321098', 'йцукенгшщзхъ'])
    expect(weakness(easy, 'anna'), easy).toBeDefined()
  for (const fine of ['корова-летит-на-юг', 'Xq7vT2mB9kLw', 'three blind mice'])
    expect(weakness(fine, 'anna')).toBeUndefined()
})
