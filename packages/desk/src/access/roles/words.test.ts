import { ORGANISATION_KINDS, ROLES } from '@otklik/model/access'
import { expect, test } from 'vitest'
import shell from '../../shell/texts/ru.json' with { type: 'json' }
import ru from '../texts/ru.json' with { type: 'json' }

const texts: Readonly<Record<string, string>> = { ...shell.roles, ...ru.roles, ...ru.organisations }

test('roles and kinds are called in the desk as in their one table', () => {
  const wrong = [
    ...Object.entries(ROLES).map(([role, { name }]) => [`name_${role}`, name]),
    ...Object.entries(ROLES).map(([role, { about }]) => [`about_${role}`, about]),
    ...Object.entries(ORGANISATION_KINDS).map(([kind, name]) => [`kind_${kind}`, name]),
  ].filter(([key = '', name]) => texts[key] !== name)
  expect(wrong).toEqual([])
})
