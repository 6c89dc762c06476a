import { describe, expect, test } from 'vitest'
import { axeViolations, overflowAt400Percent } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { fieldOf, useDesk } from './support/desk.ts'
import { HOSTILE_NAME, LONG_NAME } from './support/fixtures/organisations.ts'
import { focused, tabTo } from './support/keyboard.ts'

describe('the tree of organisations', () => {
  const { open, state } = useDesk()
  const parentsAsked = () =>
    state()
      .calls.filter(({ name }) => name === 'listOrganisations')
      .flatMap(({ search }) => new URLSearchParams(search).getAll('parent'))

  test('asks for what stands under one only when it is opened, and goes by arrows', async () => {
    const page = await open('/organisations')
    expect(new Set(parentsAsked())).toEqual(new Set(['1']))
    await tabTo(page, /^Вся система, Вся система/)
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
      return (await focused(page)).name
    }
    expect(await press('ArrowDown', 'ArrowDown', 'ArrowDown')).toMatch(/^Демонстрационная область, Субъект/)
    await press('ArrowRight')
    await page.getByRole('treeitem', { name: /^МФЦ, Многофункциональный/ }).waitFor()
    expect(await press('ArrowRight')).toMatch(/^Управление, Управление мониторинга/)
    // The browser's driver knows no keys with Cyrillic letters.
    await page.evaluate(() => {
      const key = new KeyboardEvent('keydown', { key: 'м', bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(key)
    })
    expect(await press()).toMatch(/^Минобр, Министерство образования/)
    expect(await press('ArrowLeft')).toMatch(/^Демонстрационная область/)
    await press('ArrowLeft')
    expect(await page.getByRole('treeitem', { name: /^Управление, Управление мониторинга/ }).count()).toBe(0)
    expect(await press('End')).toMatch(/^Федеральная налоговая служба/)
    await press('Enter')
    await page.waitForURL(/id=12/)
    await page.getByRole('heading', { name: 'Федеральная налоговая служба' }).waitFor()
    await press('Home', 'Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role="tree"]'))).toBeNull()
    expect(new Set(parentsAsked())).toEqual(new Set(['1', '10']))
  })

  test('tells a screen reader the place of each item', async () => {
    const page = await open('/organisations?id=26')
    const item = page.getByRole('treeitem', { name: /^Отдел по работе с обращениями/ })
    await item.waitFor()
    const told = ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-selected'] as const
    expect(await Promise.all(told.map((name) => item.getAttribute(name)))).toEqual(['4', '2', '2', 'true'])
    expect(await axeViolations(page)).toEqual([])
  })

  test('shows a long branch a page at a time', async () => {
    const page = await open('/organisations?id=24')
    await page.getByRole('treeitem', { name: /^МФЦ, Многофункциональный/ }).focus()
    await page.keyboard.press('ArrowRight')
    const offices = page.getByRole('treeitem', { name: /окно приёма/ })
    await offices.first().waitFor()
    expect(await offices.count()).toBe(100)
    await page.getByRole('treeitem', { name: 'Показать ещё 100' }).click()
    await page.getByRole('treeitem', { name: 'Показать ещё 40' }).click()
    await page.getByRole('treeitem', { name: /№ 240\D/ }).waitFor()
    expect(await offices.count()).toBe(240)
  })

  test('is searched by name; closed ones are brought in', async () => {
    const page = await open('/organisations')
    await page.getByPlaceholder('Найти по названию или ОГРН').fill('архитектуры')
    await page.waitForURL(/find=/)
    await page.getByText('Ничего не нашлось').waitFor()
    await page.getByLabel('Показать и закрытые').check()
    await page.getByRole('link', { name: 'Управление архитектуры' }).click()
    await page.getByRole('button', { name: 'Открыть снова' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Открыть снова' }).click()
    await page.getByRole('button', { name: 'Переподчинить' }).waitFor()
    expect(state().organisations.find(({ id }) => id === 27)?.closedAt).toBeNull()
  })

  test('shows one thing at a time on a phone', async () => {
    const page = await open('/organisations', { viewport: { width: 360, height: 740 } })
    expect(await page.getByRole('heading', { name: 'Вся система' }).isVisible()).toBe(false)
    await page.getByRole('treeitem', { name: /^Аналитический центр/ }).click()
    await page.getByRole('heading', { name: 'Аналитический центр' }).waitFor()
    expect(await page.getByRole('tree').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'К дереву организаций' }).click()
    await page.getByRole('tree').waitFor()
  })

  test('takes long names and names that look like markup for names', async () => {
    const page = await open('/organisations?id=23')
    await page.getByRole('treeitem', { name: HOSTILE_NAME }).waitFor()
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(HOSTILE_NAME)
    expect(await page.locator('main img').count()).toBe(0)
    expect(problemsOf(page)).toEqual([])
    await page.getByRole('treeitem', { name: LONG_NAME }).click()
    await page.getByRole('heading', { name: LONG_NAME }).waitFor()
    expect(await overflowAt400Percent(page)).toEqual([])
  })
})

describe('an organisation', () => {
  const { open, state } = useDesk()
  const byId = (id: number) => state().organisations.find((one) => one.id === id)

  test('shows what its people see, and leads to them', async () => {
    const page = await open('/organisations?id=21')
    expect(await page.textContent('main')).toContain(
      'услуги органа «Министерство образования Демонстрационной области»; то, что видят организации под ней',
    )
    expect(await page.textContent('main')).toContain('Министерство социальной защиты населения и труда код social')
    await page.getByRole('link', { name: 'Люди: 44' }).click()
    await page.waitForURL(/\/people\?organisation=21/)
  })

  test('tells a region, the ministry and an office apart by what their people see', async () => {
    const page = await open('/organisations?id=10')
    expect(await page.textContent('main')).toContain('всё по субъекту 31; то, что видят организации под ней')
    await page.getByRole('treeitem', { name: /^МЭР/ }).click()
    await page.getByText('всю систему, но только по ролям, которые её видят').waitFor()
    await page.getByRole('treeitem', { name: /^Новосибирская/ }).click()
    await page.getByRole('button', { name: 'Изменить', exact: true }).click()
    expect(await page.getByRole('dialog').textContent()).toContain('все услуги и запросы этого субъекта')
    expect(await page.getByRole('dialog').getByLabel('Как называют запросы').count()).toBe(0)
  })

  test('is added under one that it may stand under', async () => {
    const page = await open('/organisations?id=24')
    await page.getByRole('button', { name: 'Добавить подчинённую организацию' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('Вид').locator('option').allTextContents()).toEqual(['Подразделение (офис)'])
    await dialog.getByLabel('Название', { exact: true }).fill('Окно на вокзале')
    await dialog.getByLabel('Как называют запросы').fill('Вокзал')
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('heading', { name: 'Окно на вокзале' }).waitFor()
    expect(state().organisations.at(-1)).toMatchObject({ parent: 24, kind: 'office', office: 'Вокзал', ogrn: null })
  })

  test('is changed without losing what was not touched', async () => {
    const page = await open('/organisations?id=21')
    await page.getByRole('button', { name: 'Изменить', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('ОГРН').fill('12')
    await dialog.getByLabel('Телефон').fill('')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    expect(state().calls.some(({ name }) => name === 'saveOrganisation')).toBe(false)
    await dialog.getByLabel('ОГРН').fill('1023100000001')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(byId(21)).toMatchObject({
      ogrn: '1023100000001',
      phone: null,
      authority: 'a1',
      mail: 'priemnaya@otklik.test',
      parent: 10,
    })
  })

  test('is moved only to where it may stand', async () => {
    const page = await open('/organisations?id=26')
    await page.getByRole('button', { name: 'Переподчинить' }).click()
    const dialog = page.getByRole('dialog')
    const field = fieldOf(dialog, 'Новая организация выше')
    await field.fill('область')
    const unfit = page.getByRole('option', { name: /^Новосибирская область.*сюда нельзя/ })
    await unfit.waitFor()
    expect(await unfit.getAttribute('data-combobox-disabled')).toBe('true')
    await field.fill('Многофунк')
    await page.getByRole('option', { name: /^Многофункциональный центр/ }).click()
    await dialog.getByRole('button', { name: 'Переподчинить' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(byId(26)?.parent).toBe(24)
  })

  test('hands its affairs over when it is closed', async () => {
    const page = await open('/organisations?id=21')
    await page.getByRole('button', { name: 'Закрыть', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Закрыть организацию' }).click()
    expect(await dialog.getByRole('alert').textContent()).toContain('Выберите, кому передать её дела')
    await fieldOf(dialog, 'Кому передать её дела').fill('социальной')
    await page.getByRole('option', { name: /^Управление социальной/ }).click()
    const asked = page.waitForRequest(/closure$/)
    await dialog.getByRole('button', { name: 'Закрыть организацию' }).click()
    expect((await asked).postDataJSON()).toEqual({ successor: 22 })
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Закрыта 22.11.2026').first().waitFor()
  })

  test('is only looked at by those who may not keep organisations; the own top is moved by nobody', async () => {
    const page = await open('/organisations?id=21', { state: { rights: ['people.read'] } })
    expect(await page.getByRole('button', { name: /Изменить|Добавить|Переподчинить|Закрыть/ }).count()).toBe(0)
    const top = await open('/organisations', { state: { rights: ['people.read', 'people.manage'] } })
    expect(await top.getByRole('button', { name: /Переподчинить|^Закрыть$/ }).count()).toBe(0)
    expect(await top.getByRole('button', { name: 'Добавить подчинённую организацию' }).count()).toBe(1)
  })

  test('that is not there is said to be not there', async () => {
    const page = await open('/organisations?id=4242')
    expect(await page.textContent('main')).toContain('Такой организации нет')
  })
})
