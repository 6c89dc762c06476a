import { ALL_RIGHTS, EVERYTHING, type MachinePrincipal, NOTHING, type UserPrincipal } from '@otklik/model/access'

/** A person with every right over everything, but for what is given. */
export function person(given: Partial<UserPrincipal> = {}): UserPrincipal {
  return {
    kind: 'user',
    id: '00000000-0000-4000-8000-000000000007',
    login: 'anna',
    name: 'Анна',
    as: {
      membership: '00000000-0000-4000-8000-000000000070',
      role: 'administrator',
      organisation: { id: 1, name: 'Вся система', path: '/1/' },
    },
    rights: ALL_RIGHTS,
    reach: EVERYTHING,
    session: '00000000-0000-4000-8000-000000000700',
    mustEnrol: false,
    ...given,
  }
}

/** A machine that shows the token of a supplier. */
export function machine(supplier: string): MachinePrincipal {
  return {
    kind: 'machine',
    id: '00000000-0000-4000-8000-000000000009',
    label: 'выгрузка',
    supplier,
    organisation: 1,
    rights: ['packages.read', 'packages.send'],
    reach: { ...NOTHING, suppliers: [supplier] },
  }
}
