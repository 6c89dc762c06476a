import { ORGANISATION_KINDS, RIGHTS, ROLES } from '@otklik/model/access'
import { expect, test } from 'vitest'
import ru from '../../shared/i18n/ru.json' with { type: 'json' }

/** The text under a key with dots. */
const text = (key: string): unknown =>
  key.split('.').reduce((node: unknown, part) => Object.entries(node ?? {}).find(([name]) => name === part)?.[1], ru)

test('roles, rights and kinds are called in the desk as in their one table', () => {
  const wrong = [
    ...Object.entries(ROLES).map(([role, { name }]) => [`roles.name_${role}`, name]),
    ...Object.entries(ROLES).map(([role, { about }]) => [`roles.about_${role}`, about]),
    ...Object.entries(RIGHTS).map(([right, { name }]) => [`roles.right.${right}`, name]),
    ...Object.entries(ORGANISATION_KINDS).map(([kind, name]) => [`organisations.kind_${kind}`, name]),
  ].filter(([key = '', name]) => text(key) !== name)
  expect(wrong).toEqual([])
})
