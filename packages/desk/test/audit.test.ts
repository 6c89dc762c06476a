import { UNATTENDED } from '@otklik/model/api'
import { describe, expect, test } from 'vitest'
import { problemsOf } from './support/browser.ts'
import { inEnglish, settled, useDesk } from './support/desk.ts'
import { auditRecords, HOSTILE } from './support/fixtures/audit.ts'
import { activate } from './support/keyboard.ts'

describe('the audit', () => {
  const { open, state, address } = useDesk()
  const momentOf = (number: number) => auditRecords().find(({ seq }) => seq === number)?.at
  const lastAsked = () => decodeURIComponent(state().calls.findLast(({ name }) => name === 'listAudit')?.search ?? '')

  test('a row reads: who, in which role, did what, and what was before', async () => {
    const page = await open('/audit')
    const row = page.getByRole('row', { name: /Изменена услуга в реестре/ }).first()
    expect(await row.textContent()).toContain('Анна ИвановаОрганизатор оценки')
    expect(await row.locator('table tbody tr').allTextContents()).toEqual([
      'НазваниеЗачисление в школыЗачисление в школу',
      'Срок, дней3010',
    ])
    expect(await row.textContent()).toContain('10.20.0.14')
    const many = page.getByRole('row', { name: /Изменена организация/ }).first()
    await many.getByText('5 полей').click()
    expect(await many.textContent()).toContain('Почтаa@example.orgb@example.org')
  })

  test('a look tells what at and by which filters, in words', async () => {
    const page = await open('/audit')
    const row = page.getByRole('row', { name: /Просмотр первичных данных/ }).first()
    await row.getByRole('link', { name: 'список запросов' }).waitFor()
    expect(await row.textContent()).not.toContain('/api/')
    expect(await row.locator('table tbody tr').allTextContents()).toEqual(['Код статуса3'])
  })

  test('events are named in the language of the reader', async () => {
    const page = await open('/audit', { storageState: inEnglish(address()) })
    expect(
      await page
        .getByRole('row', { name: /Service changed in the register/ })
        .first()
        .isVisible(),
    ).toBe(true)
    await page.getByRole('combobox', { name: 'Action' }).click()
    await page.getByRole('option').nth(40).waitFor()
    const choices = await page.getByRole('option').allTextContents()
    expect(choices.filter((choice) => /[а-яё]/i.test(choice))).toEqual([])
  })

  test('what people have typed stands there as text', async () => {
    const page = await open('/audit')
    expect(await page.getByRole('link', { name: HOSTILE, exact: true }).first().isVisible()).toBe(true)
    expect(await page.locator('main script, img[src="x"]').count()).toBe(0)
    expect(problemsOf(page)).toEqual([])
  })

  test('the filters stand in the address and in the files', async () => {
    const page = await open('/audit')
    await page.getByLabel('С дня').fill('2026-11-22')
    await page.waitForURL(/from=2026-11-22/)
    await page.getByRole('combobox', { name: 'Действие' }).click()
    await page.getByRole('option', { name: 'Вход', exact: true }).click()
    await page.waitForURL(/what=session.opened/)
    await page.getByLabel('Имя того, кто или над чем').fill('Анна')
    await page.waitForURL(/find=/)
    await page.reload()
    await settled(page)
    expect(lastAsked()).toBe('?from=2026-11-22&what=session.opened&find=Анна&limit=100')
    const csv = await page.getByRole('link', { name: 'Скачать CSV' }).getAttribute('href')
    expect(decodeURIComponent(csv ?? '')).toBe('/api/audit?from=2026-11-22&what=session.opened&find=Анна&format=csv')
    await page.getByRole('button', { name: 'Сбросить отбор' }).click()
    await page.waitForURL(/\/audit$/)
    await expect.poll(() => page.getByLabel('Имя того, кто или над чем').inputValue()).toBe('')
  })

  test('a day is asked for once its year is typed', async () => {
    const page = await open('/audit?from=0202-11-22&to=2026-11-22')
    expect(await page.getByLabel('С дня').inputValue()).toBe('0202-11-22')
    expect(lastAsked()).toBe('?to=2026-11-22&limit=100')
  })

  test('a name in a row narrows the list, by keyboard, and is let go of again', async () => {
    const page = await open('/audit')
    await page.getByRole('region', { name: 'Записи журнала' }).last().focus()
    await activate(page, 'Анна Иванова')
    await page.waitForURL(/who=user%3A7/)
    await settled(page)
    expect(lastAsked()).toContain('who=user:7')
    await page.getByRole('button', { name: 'Снять отбор: Кто: Анна Иванова' }).click()
    await page.waitForURL(/\/audit$/)
    await page
      .getByRole('link', { name: /^организация Министерство/ })
      .first()
      .click()
    await page.waitForURL(/subject=organisation%3A12/)
  })

  test('earlier records follow page by page, and browser and button lead back', async () => {
    const page = await open('/audit')
    await page.getByRole('button', { name: 'Более ранние' }).click()
    await page.waitForURL(/before=151/)
    await page.locator(`time[datetime="${momentOf(150)}"]`).waitFor()
    await page.getByRole('button', { name: 'Более ранние' }).click()
    await page.locator(`time[datetime="${momentOf(50)}"]`).waitFor()
    expect(await page.getByRole('button', { name: 'Более ранние' }).isDisabled()).toBe(true)
    await page.goBack()
    await page.waitForURL(/before=151/)
    await page.getByRole('button', { name: 'К последним' }).click()
    await page.waitForURL(/\/audit$/)
  })

  test('an address with rubbish still opens', async () => {
    const page = await open('/audit?from=вчера&before=-5&organisation=1;DROP&what=нет.такого')
    expect(lastAsked()).toBe('?what=нет.такого&limit=100')
    expect(await page.textContent('main')).toContain('Таких записей нет')
  })

  test('without the right to it the audit is not offered', async () => {
    const page = await open('/packages', { state: { rights: ['packages.read'] } })
    expect(await page.textContent('nav')).toBe('ПоказателиПакетыИзмененияСрокиНастройкиМой доступ')
  })
})

describe('respondents', () => {
  const { open, state } = useDesk()

  test('the total stands first, figures have their interval, few ratings are said to be few', async () => {
    const page = await open('/respondents')
    const total = page.getByRole('region', { name: 'Все органы вместе' })
    expect(await total.textContent()).toMatch(/4,20 \(4,15–4,25\)/)
    const table = page.getByRole('region', { name: 'Респонденты по органам' }).last()
    expect(await table.textContent()).toContain('мало данных')
    expect(await table.textContent()).toContain('Орган не назван в реестре')
    const link = table.getByRole('link').first()
    expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toMatch(
      /^\/requests\?from=.*counted=rated&authority=/,
    )
  })

  test('packages that are no row of the table are accounted for', async () => {
    const page = await open('/respondents')
    expect(await page.textContent('main')).toContain(
      'Пакеты поставщиков, которые передают данные за несколько органов, входят только в общее число: 61, из них с опозданием 7.',
    )
  })

  test('it asks again by itself, says when, and keeps the figures when the line breaks', async () => {
    const page = await open('/respondents')
    // From here on the page's time is ours: what it does every ten seconds is not waited for.
    await page.clock.install()
    await page.reload()
    await settled(page)
    const shown = page.getByText(/^обновлено в \d\d:\d\d:\d\d$/)
    const before = (await shown.textContent()) ?? ''
    const asked = state().calls.length
    await page.clock.fastForward(10_000)
    await page.getByText(before).waitFor({ state: 'detached' })
    expect(
      state()
        .calls.slice(asked)
        .some(({ name }) => name === 'readRespondents'),
    ).toBe(true)
    state().broken = true
    await page.clock.fastForward(10_000)
    await page.getByText(/^связи нет; числа на/).waitFor()
    expect(await page.getByRole('region', { name: 'Все органы вместе' }).isVisible()).toBe(true)
  })

  test('what it asks for while nobody is there does not keep the session awake, a touch does', async () => {
    const page = await open('/respondents')
    await page.clock.install()
    await page.reload()
    const asks = (unattended: boolean) =>
      page.waitForRequest(
        (request) =>
          request.url().includes('/api/progress/respondents') && UNATTENDED in request.headers() === unattended,
      )
    await Promise.all([asks(false), page.clock.runFor(15_000)])
    await Promise.all([asks(true), page.clock.runFor(90_000)])
    await page.keyboard.press('Shift')
    await Promise.all([asks(false), page.clock.runFor(15_000)])
  })

  test('who may not see single requests gets figures without links to them, on every screen', async () => {
    const state = { rights: ['progress.read', 'register.read'] }
    for (const path of ['/', '/services', '/services/0310000001']) {
      const page = await open(path, { state })
      expect(await page.locator('a[href^="/requests"]').count(), path).toBe(0)
      expect(await page.textContent('main'), path).toContain('Зачисление в школу')
    }
  })

  test('nor among the respondents', async () => {
    const page = await open('/respondents', { state: { rights: ['respondents.read', 'progress.read'] } })
    expect(await page.getByRole('region', { name: 'Респонденты по органам' }).last().getByRole('link').count()).toBe(0)
  })
})
