import { ORGANISATION_KINDS, RIGHTS, ROLES } from '@otklik/model/access'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import ru from '../../shared/i18n/ru.json' with { type: 'json' }

test('roles, rights and kinds are called in the desk as in their one table', async () => {
  const texts = i18next.createInstance()
  await texts.init({ lng: 'ru', resources: { ru: { translation: ru } } })
  const text = (key: string): string => texts.t(key as 'actions.add')
  const wrong = [
    ...Object.entries(ROLES).map(([role, { name }]) => [`roles.name_${role}`, name]),
    ...Object.entries(ROLES).map(([role, { about }]) => [`roles.about_${role}`, about]),
    ...Object.entries(RIGHTS).map(([right, name]) => [`roles.right.${right}`, name]),
    ...Object.entries(ORGANISATION_KINDS).map(([kind, name]) => [`organisations.kind_${kind}`, name]),
  ].filter(([key = '', name]) => text(key) !== name)
  expect(wrong).toEqual([])
})
