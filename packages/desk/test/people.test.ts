import { describe, expect, test } from 'vitest'
import { axeViolations, overflowAt400Percent } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { fieldOf, settled, useDesk } from './support/desk.ts'
import { HOSTILE_NAME } from './support/fixtures/organisations.ts'
import { people } from './support/fixtures/people.ts'
import { activate, focusOn, tabTo } from './support/keyboard.ts'

describe('the list of people', () => {
  const { open, state } = useDesk()

  test('is searched, filtered and paged in the address, and taken away as it is filtered', async () => {
    const page = await open('/people')
    await page.getByRole('heading', { name: '130 человек' }).waitFor()
    await page.getByRole('button', { name: 'Следующие' }).click()
    await page.waitForURL(/offset=100/)
    await page.getByLabel('Роль', { exact: true }).selectOption('authority_head')
    await page.waitForURL(/role=authority_head/)
    expect(page.url()).not.toContain('offset')
    await page.getByLabel('Состояние').selectOption('deactivated')
    await page.waitForURL(/access=deactivated/)
    await page.getByPlaceholder('Найти по имени').fill('Попова')
    await page.waitForURL(/find=/)
    await settled(page)
    const xlsx = await page.getByRole('link', { name: 'Скачать XLSX' }).getAttribute('href')
    expect(new URL(xlsx ?? '', page.url()).search).toBe(
      `?role=authority_head&find=${encodeURIComponent('Попова')}&state=deactivated&format=xlsx`,
    )
  })

  test('shows who has a role in an organisation or under it', async () => {
    const page = await open('/people')
    await page.getByPlaceholder('Организация: любая').fill('Минист')
    await page.getByRole('option', { name: /^Министерство образования/ }).click()
    await page.waitForURL(/organisation=21/)
    await page.getByRole('heading', { name: '44 человека' }).waitFor()
    await page.reload()
    await settled(page)
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('search input[placeholder^="Организация"]')?.value !== '…',
    )
    expect(await page.getByPlaceholder('Организация: любая').inputValue()).toBe('Министерство образования')
    await page.getByPlaceholder('Организация: любая').fill('')
    await page.getByRole('heading', { name: '130 человек' }).waitFor()
  })

  test('says that nothing fits, which is not the same as nobody', async () => {
    const page = await open(`/people?find=${encodeURIComponent('никогонет')}`)
    expect(await page.textContent('main')).toContain('Таких людей нет')
  })

  test('shows a thousand people and long names without breaking', async () => {
    const page = await open('/people?access=active', { state: { people: people(state().organisations, 1000) } })
    expect(await page.textContent('h2')).toMatch(/8\d\d человек/)
    expect(await overflowAt400Percent(page)).toEqual([])
  })

  test('takes a name that looks like markup for a name', async () => {
    const page = await open('/people')
    await page.getByRole('link', { name: HOSTILE_NAME }).click()
    await page.getByRole('heading', { name: HOSTILE_NAME }).waitFor()
    expect(await page.title()).toBe(`${HOSTILE_NAME} – Отклик`)
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(problemsOf(page)).toEqual([])
  })

  test('offers nothing to those who may only look', async () => {
    const page = await open('/people', { state: { rights: ['people.read'] } })
    expect(await page.getByRole('button', { name: 'Пригласить' }).count()).toBe(0)
    await page.locator('a[href="/people/2"]').click()
    await page.getByRole('heading', { name: 'Роли' }).waitFor()
    expect(await page.getByRole('button', { name: /Дать|Снять|Перевести|Закрыть|Изменить/ }).count()).toBe(0)
  })
})

describe('an invitation', () => {
  const { open, state } = useDesk()

  test('is made without a mouse, and its link is shown once', async () => {
    const page = await open('/people')
    await activate(page, 'Пригласить')
    const dialog = page.getByRole('dialog')
    await focusOn(page, 'Фамилия, имя, отчество')
    await page.keyboard.type('Семёнова Вера')
    await tabTo(page, /^Организация/)
    await page.keyboard.type('окно приёма № 17')
    await page.getByRole('option', { name: /№ 17\D/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(page, /^Роль/)
    const offered = await dialog.getByLabel('Роль').locator('option').allTextContents()
    expect(offered.slice(1)).toEqual([
      'Администратор',
      'Поставщик данных',
      'Интервьюер',
      'Оператор телефона',
      'Ввод бумажных анкет',
    ])
    await dialog.getByLabel('Роль').selectOption('interviewer')
    expect(await axeViolations(page)).toEqual([])
    await activate(page, 'Пригласить')
    const link = dialog.getByLabel('Одноразовая ссылка')
    await link.waitFor()
    expect(await link.inputValue()).toMatch(/^https:\/\/otklik\.test\/invitation#inv_/)
    expect(await dialog.textContent()).toContain('Действует до 29.11.2026')
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain('inv_')
    expect(state().people[0]).toMatchObject({
      name: 'Семёнова Вера',
      mail: null,
      memberships: [{ role: 'interviewer', organisation: { id: 116 } }],
    })
    await page.getByRole('link', { name: 'Семёнова Вера' }).waitFor()
  })

  test('says when a letter took it along', async () => {
    const page = await open('/people/4', { state: { mail: true } })
    await page.getByRole('button', { name: 'Выдать новую ссылку' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Выдать новую ссылку' }).click()
    await page.getByLabel('Одноразовая ссылка').waitFor()
    expect(await page.getByRole('dialog').textContent()).toContain('ушло письмом на sotrudnik.4@otklik.test')
  })
})

describe('a person', () => {
  const { open, state } = useDesk()
  const ivanova = () => state().people[1]

  test('is given a role, moved from one to another, and has one withdrawn', async () => {
    const page = await open('/people/2')
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Дать роль' }).click()
    await fieldOf(dialog, 'Организация').fill('Аналит')
    await page.getByRole('option', { name: /^Аналитический центр/ }).click()
    await dialog.getByLabel('Роль').selectOption('methodologist')
    expect(await dialog.textContent()).toContain('Ведёт реестр и нормы')
    await dialog.getByRole('button', { name: 'Дать роль' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Аналитический центр' }).waitFor()

    await page.getByRole('button', { name: /^Перевести: Методолог/ }).click()
    await dialog.getByLabel('Роль').selectOption('quality_reviewer')
    await dialog.getByRole('button', { name: 'Перевести' }).click()
    await page.getByRole('button', { name: /^Снять роль: Рецензент качества/ }).click()
    await dialog.getByRole('button', { name: 'Снять' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(ivanova()?.memberships.map(({ role }) => role)).toEqual([
      'evaluation_organiser',
      'authority_analyst',
      'data_supplier',
    ])
  })

  test('keeps a role that was not changed in the window for it', async () => {
    const page = await open('/people/2')
    await page.getByRole('button', { name: /^Перевести: Организатор/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Перевести' }).click()
    expect(state().calls.some(({ name }) => name === 'moveRole')).toBe(false)
  })

  test('is renamed, signed out everywhere, and loses a lost second factor', async () => {
    const page = await open('/people/2')
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Изменить имя и почту' }).click()
    await dialog.getByLabel('Фамилия, имя, отчество').fill('Петрова Анна Сергеевна')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('heading', { name: 'Петрова Анна Сергеевна' }).waitFor()
    await page.getByRole('button', { name: 'Закрыть все входы' }).click()
    await dialog.getByRole('button', { name: 'Закрыть все входы' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Снять второй фактор' }).click()
    expect(await dialog.textContent()).toContain('Убедитесь, что просит сам человек')
    await dialog.getByRole('button', { name: 'Снять второй фактор' }).click()
    await page.getByText('Второго фактора нет.').waitFor()
    expect(state().calls.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['savePerson', 'closePersonSessions', 'resetSecondFactor']),
    )
  })

  test('hands over what they hold when their access is closed', async () => {
    const page = await open('/people/2')
    await page.getByRole('button', { name: 'Закрыть доступ' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Витрина показателей').waitFor()
    expect(await dialog.textContent()).toContain('3 роли')
    await dialog.getByLabel('Причина').fill('Уволилась')
    await dialog.getByRole('button', { name: 'Закрыть доступ' }).click()
    expect(await dialog.textContent()).toContain('За человеком есть ключи: выберите преемника')
    await fieldOf(dialog, 'Кому передать дела').fill('Лебедева')
    await page.getByRole('option', { name: /sotrudnik\.7/ }).click()
    await dialog.getByLabel('Передать преемнику и роли').check()
    expect(await axeViolations(page)).toEqual([])
    const asked = page.waitForRequest(/deactivation$/)
    await dialog.getByRole('button', { name: 'Закрыть доступ' }).click()
    expect((await asked).postDataJSON()).toEqual({ reason: 'Уволилась', successor: '7', passRoles: true })
    await page.getByRole('button', { name: 'Открыть доступ снова' }).click()
    await dialog.getByRole('button', { name: 'Открыть доступ снова' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(ivanova()?.state).toBe('active')
  })

  test('who also belongs elsewhere is changed only in the own part', async () => {
    const page = await open('/people/3')
    expect(await page.textContent('main')).toContain('есть и роли вне Вашей части системы')
    expect(await page.getByRole('button', { name: 'Дать роль' }).count()).toBe(1)
    expect(await page.getByRole('button', { name: /Изменить имя|Закрыть доступ/ }).count()).toBe(0)
  })

  test('does not close the own access nor change the own roles', async () => {
    const page = await open('/people/1')
    expect(await page.textContent('main')).toContain('Это Вы')
    expect(await page.getByRole('button', { name: /Закрыть доступ|Дать роль|Снять роль/ }).count()).toBe(0)
  })

  test('who does not exist is told from a broken server', async () => {
    const page = await open('/people/4242')
    expect(await page.textContent('h1')).toBe('Такого человека нет')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('link', { name: 'К списку людей' }).click()
    await page.waitForURL(/\/people$/)
  })
})
