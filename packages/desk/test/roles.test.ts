import { ALL_RIGHTS, ALL_ROLES, RIGHTS, ROLES, rightsOf } from '@otklik/model/access'
import { describe, expect, test } from 'vitest'
import { axeViolations } from './support/accessibility.ts'
import { inEnglish, settled, useDesk } from './support/desk.ts'

describe('roles and rights', () => {
  const { open, state, address } = useDesk()

  test('the matrix says in words what the table of the roles says', async () => {
    const page = await open('/roles')
    const read = await page
      .locator('table')
      .evaluate((table) =>
        [...table.querySelectorAll('tr')].map((row) =>
          [...row.querySelectorAll('th, td')].map((cell) =>
            (cell.querySelector('.hidden-visually') ?? cell).textContent?.trim(),
          ),
        ),
      )
    expect(read).toEqual([
      ['Право', ...ALL_ROLES.map((role) => ROLES[role].name)],
      ...ALL_RIGHTS.map((right) => [
        RIGHTS[right].name,
        ...ALL_ROLES.map((role) => (rightsOf(role).includes(right) ? 'да' : 'нет')),
      ]),
    ])
  })

  test('columns can be left out', async () => {
    const page = await open('/roles')
    await page.getByRole('button', { name: 'Выбрать столбцы' }).click()
    await page.getByRole('checkbox', { name: 'Интервьюер' }).uncheck()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('columnheader').count()).toBe(ALL_ROLES.length)
  })

  test('a second factor is demanded by who keeps people of the whole system', async () => {
    const page = await open('/roles')
    const toggle = page.getByRole('switch', { name: 'Требовать второй фактор: Методолог' })
    expect(await toggle.isChecked()).toBe(false)
    await toggle.focus()
    await page.keyboard.press('Space')
    await page.waitForFunction(() => document.querySelectorAll('input[role="switch"]:checked').length === 2)
    expect(state().demanded.has('methodologist')).toBe(true)
  })

  test('others see whether it is demanded', async () => {
    const page = await open('/roles', { state: { everything: false } })
    expect(await page.getByRole('switch').count()).toBe(0)
    expect(await page.getByRole('region', { name: 'Администратор' }).textContent()).toContain(
      'Второй фактор обязателен',
    )
    expect(await page.getByRole('region', { name: 'Методолог' }).textContent()).toContain('Второй фактор по желанию')
  })

  test('a phone shows one role at a time', async () => {
    const page = await open('/roles?role=data_supplier', { viewport: { width: 360, height: 740 } })
    expect(await page.locator('table').count()).toBe(0)
    const rights = page.getByRole('list', { name: 'Права ролей' })
    expect(await rights.textContent()).toContain('передавать пакеты: да')
    expect(await rights.textContent()).toContain('изменять реестр: нет')
    await page.getByLabel('Какая роль').selectOption('ministry_observer')
    await page.waitForURL(/role=ministry_observer/)
    await settled(page)
    expect(await rights.textContent()).toContain('передавать пакеты: нет')
    expect(await axeViolations(page)).toEqual([])
  })

  test('roles and rights are called in English, too', async () => {
    const page = await open('/roles', { storageState: inEnglish(address()) })
    expect(await page.textContent('table')).not.toMatch(/[а-яё]/i)
  })
})
