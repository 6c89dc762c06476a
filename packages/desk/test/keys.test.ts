import { describe, expect, test } from 'vitest'
import { axeViolations } from './support/accessibility.ts'
import { fieldOf, useDesk } from './support/desk.ts'
import { HOSTILE_NAME } from './support/fixtures/organisations.ts'

describe('keys of suppliers', () => {
  const { open } = useDesk()

  test('a key is shown once', async () => {
    const page = await open('/keys')
    await page.getByRole('button', { name: 'Выдать ключ: Министерство образования' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Для чего').fill('Ночная выгрузка')
    await dialog.getByRole('button', { name: 'Выдать ключ' }).click()
    expect(await dialog.getByLabel('Ключ', { exact: true }).inputValue()).toMatch(/^otk_mfc_/)
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Закрыть' }).last().click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain('otk_mfc_')
  })

  test('a supplier belongs to an organisation, which can be another one', async () => {
    const page = await open('/keys')
    await page.getByRole('button', { name: 'Изменить: Министерство образования' }).click()
    const dialog = page.getByRole('dialog')
    const field = fieldOf(dialog, 'Организация')
    expect(await field.inputValue()).toBe('Министерство образования')
    await field.fill('Центр оценки')
    await page.getByRole('option', { name: /^Центр оценки качества/ }).click()
    const asked = page.waitForRequest(/suppliers\/edu$/)
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    expect((await asked).postDataJSON()).toEqual({ name: 'Министерство образования', organisation: 25 })
  })

  test('those who may only look are offered nothing', async () => {
    const page = await open('/keys', { state: { rights: ['suppliers.read'] } })
    expect(await page.textContent('main')).toContain('Выгрузка из ведомственной системы')
    expect(await page.getByRole('button', { name: /Выдать|Отозвать|Изменить|Добавить/ }).count()).toBe(0)
  })
})

describe('keys of systems', () => {
  const { open, state } = useDesk()

  test('are found by state and label in the address, each with where it was last used from', async () => {
    const page = await open('/keys?kind=machines')
    expect(await page.textContent('main')).toContain('21.11.2026 06:10 с адреса 192.0.2.40')
    await page.getByLabel('Состояние').selectOption('expired')
    await page.waitForURL(/status=expired/)
    await page.getByRole('cell', { name: /^Старая витрина/ }).waitFor()
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
    expect(await page.getByRole('link', { name: 'Скачать CSV' }).getAttribute('href')).toBe(
      '/api/tokens?state=expired&format=csv',
    )
    await page.getByPlaceholder('Найти по названию').fill('нет такого')
    await page.getByText('Таких ключей нет').waitFor()
  })

  test('are issued with rights that the person has, for one part of the tree, and shown once', async () => {
    const rights = ['suppliers.read', 'suppliers.manage', 'people.read', 'progress.read', 'register.read']
    const page = await open('/keys?kind=machines', { state: { rights } })
    await page.getByRole('button', { name: 'Выдать ключ' }).click()
    const dialog = page.getByRole('dialog')
    // Two of their own, and handing in appeals, which need not be had to be given.
    await expect.poll(() => dialog.getByRole('checkbox').count()).toBe(3)
    await dialog.getByLabel('Для чего').fill('Витрина')
    await dialog.getByRole('button', { name: 'Выдать ключ' }).click()
    expect(await dialog.textContent()).toContain('Выберите хотя бы одно право')
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByLabel('смотреть показатели').check()
    await fieldOf(dialog, 'Организация').fill('Демонстр')
    await page.getByRole('option', { name: /^Демонстрационная область/ }).click()
    const asked = page.waitForRequest((request) => request.method() === 'POST')
    await dialog.getByRole('button', { name: 'Выдать ключ' }).click()
    expect((await asked).postDataJSON()).toEqual({ label: 'Витрина', organisation: 10, rights: ['progress.read'] })
    expect(await dialog.getByLabel('Ключ', { exact: true }).inputValue()).toMatch(/^otk_/)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain('otk_')
  })

  test('are of the own organisation for those who may not look at others', async () => {
    const page = await open('/keys?kind=machines', {
      state: { rights: ['suppliers.read', 'suppliers.manage', 'packages.send'] },
    })
    await page.getByRole('button', { name: 'Выдать ключ' }).click()
    expect(await page.getByRole('dialog').getByLabel('Организация').getAttribute('readonly')).not.toBeNull()
    expect(state().calls.some(({ name }) => name === 'listOrganisations')).toBe(false)
  })

  test('are revoked after a question', async () => {
    const page = await open('/keys?kind=machines')
    await page.getByRole('button', { name: `Отозвать ключ: ${HOSTILE_NAME}` }).click()
    const dialog = page.getByRole('dialog', { name: `Отозвать ключ «${HOSTILE_NAME}»?` })
    await dialog.getByRole('button', { name: 'Отозвать' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(state().tokens.find(({ id }) => id === 'k4')?.revokedAt).not.toBeNull()
    expect(await page.locator('main img').count()).toBe(0)
  })
})
