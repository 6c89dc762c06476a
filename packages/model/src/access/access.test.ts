import { describe, expect, test } from 'vitest'
import {
  ALL_KINDS,
  ALL_RIGHTS,
  ALL_ROLES,
  actsFor,
  EVERYTHING,
  fitsKind,
  hasRight,
  isFitLogin,
  type MachinePrincipal,
  mayGive,
  mayStandUnder,
  loginSkeleton,
  NOBODY,
  NOTHING,
  OPERATOR,
  parentPath,
  PARENT_KINDS,
  type Principal,
  type Reach,
  reachesOrganisation,
  reachesService,
  rightEntry,
  rightsOf,
  roleEntry,
  topOf,
  weakness,
} from './index.ts'

const machine: MachinePrincipal = {
  kind: 'machine',
  id: '1',
  label: 'выгрузка',
  supplier: 'mfc',
  organisation: 1,
  rights: ['packages.read', 'packages.send'],
  reach: { ...NOTHING, suppliers: ['mfc'] },
}

describe('rights', () => {
  test('an unknown role gives nothing, also when it is named like a part of every object', () => {
    const kept = ALL_RIGHTS.filter((right) => rightEntry(right).givenWithoutHaving)
    expect(rightsOf('administrator')).toEqual(ALL_RIGHTS.filter((right) => !kept.includes(right)))
    expect(ALL_ROLES.every((role) => mayGive(rightsOf('administrator'), role))).toBe(true)
    expect(mayGive(rightsOf('authority_analyst'), 'evaluation_organiser')).toBe(false)
    for (const word of ['visitor', 'constructor', '__proto__', 'toString']) expect(rightsOf(word)).toEqual([])
  })
  test('each principal has what the table says and nothing else', () => {
    const given = (who: Principal) => ALL_RIGHTS.filter((right) => hasRight(who, right))
    expect(given(NOBODY)).toEqual([])
    expect(given(OPERATOR)).toEqual(ALL_RIGHTS)
    expect(given(machine)).toEqual(['packages.read', 'packages.send'])
  })
  test('a token acts for its own supplier only', () => {
    expect([
      actsFor(machine, 'mfc'),
      actsFor(machine, 'mfc2'),
      actsFor(OPERATOR, 'mfc'),
      actsFor(NOBODY, 'mfc'),
    ]).toEqual([true, false, true, false])
  })
  test('the ministry sees everything and changes nothing', () => {
    expect(rightsOf('ministry_observer').every((right) => right.endsWith('.read'))).toBe(true)
    expect(topOf('ministry_observer', '/1/2/')).toBe('/1/')
  })
  test('only those who see whole parts may hold roles that see everything', () => {
    for (const role of ALL_ROLES)
      if (roleEntry(role)?.reach === 'everything')
        for (const kind of ['region', 'federal_body', 'regional_body', 'mfc', 'office'] as const)
          expect(fitsKind(role, kind), `${role} in ${kind}`).toBe(false)
  })
})

test('a territory is never the whole system', () => {
  for (const role of ALL_ROLES)
    if (roleEntry(role)?.reach === 'territory')
      for (const kind of roleEntry(role)?.kinds ?? [])
        expect(mayStandUnder(kind, 'system'), `${role} in ${kind}`).toBe(false)
})

describe('the tree', () => {
  test('every kind but the root stands under something, and nothing above stands under it', () => {
    for (const kind of ALL_KINDS) expect(PARENT_KINDS[kind].length > 0, kind).toBe(kind !== 'system')
    expect(mayStandUnder('office', 'mfc')).toBe(true)
    expect(mayStandUnder('region', 'mfc')).toBe(false)
  })
  test('a territory is what stands under the organisation above', () => {
    expect(topOf('monitoring_coordinator', '/1/5/12/')).toBe('/1/5/')
    expect(topOf('authority_analyst', '/1/5/12/')).toBe('/1/5/12/')
    expect(parentPath('/1/')).toBe('/1/')
  })
  test('a neighbour with a longer number is not within', () => {
    const reach: Reach = { ...NOTHING, top: '/1/5/' }
    expect(['/1/5/', '/1/5/9/', '/1/55/', '/1/'].map((path) => reachesOrganisation(reach, path))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(reachesOrganisation(NOTHING, '/1/')).toBe(false)
    expect(reachesOrganisation(EVERYTHING, '/1/5/')).toBe(true)
  })
  test('a service is within reach whole by its authority or its region', () => {
    const reach: Reach = { ...NOTHING, regions: ['31'], authorities: ['Минобр'] }
    expect(reachesService(reach, { authority: 'Минобр', region: '46' })).toBe(true)
    expect(reachesService(reach, { authority: 'Другой', region: '31' })).toBe(true)
    expect(reachesService(reach, { authority: 'Другой', region: '46' })).toBe(false)
    expect(reachesService(reach, { authority: null, region: null })).toBe(false)
  })
})

describe('logins', () => {
  test.each(['anna', 'a.petrova-2', 'анна', 'анна.п', 'anna@otklik.test'])('%s is fit', (login) =>
    expect(isFitLogin(login)).toBe(true),
  )
  test.each(['ab', 'аnna', 'anna\u200b', 'an na', 'ann\u0430', 'ὰnna', 'anna\u202e'])('%s is not', (login) =>
    expect(isFitLogin(login)).toBe(false),
  )
  test('those that people could take for one another have one skeleton', () => {
    expect(loginSkeleton('саша')).not.toBe(loginSkeleton('маша'))
    expect(loginSkeleton('сора')).toBe(loginSkeleton('copa'))
    expect(loginSkeleton('Admin1')).toBe(loginSkeleton('adminl'))
    expect(loginSkeleton('ёлка')).toBe(loginSkeleton('елка'))
  })
})

test('passwords that are long and still easy', () => {
  for (const easy of ['121212121212', 'anna-anna-2026', 'qwertyuiopas', '987654321098', 'йцукенгшщзхъ'])
    expect(weakness(easy, 'anna'), easy).toBeDefined()
  for (const fine of ['корова-летит-на-юг', 'Xq7vT2mB9kLw', 'three blind mice'])
    expect(weakness(fine, 'anna')).toBeUndefined()
})
