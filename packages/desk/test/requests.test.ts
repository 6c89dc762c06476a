import { NOT_GIVEN } from '@otklik/model/indicators'
import { describe, expect, test } from 'vitest'
import { axeViolations } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { settled, useDesk } from './support/desk.ts'
import { servicePage } from './support/fixtures/service.ts'

describe('requests and services', () => {
  const { open, state } = useDesk()

  test('a long list goes by pages that stand in the address', async () => {
    const page = await open('/requests')
    expect(await page.textContent('h2')).toBe('247 запросов')
    await page.getByRole('button', { name: 'Следующие' }).click()
    await page.waitForURL(/offset=100/)
    await page.getByRole('link', { name: 'DEMO-2026-000101' }).waitFor()
    await page.getByLabel('Номер запроса с начала').fill('DEMO-2026-00024')
    await page.waitForURL(/find=DEMO-2026-00024/)
    await page.getByRole('heading', { name: '8 запросов' }).waitFor()
    expect(new URL(page.url()).searchParams.get('offset')).toBeNull()
    const xlsx = await page.getByRole('link', { name: 'Скачать XLSX' }).getAttribute('href')
    expect(xlsx).toBe('/api/progress/requests?find=DEMO-2026-00024&counted=any&format=xlsx')
  })

  test('what is counted are cases: each has its month, a rating its score', async () => {
    const page = await open('/requests?counted=decided')
    const head = async () => (await page.locator('thead th').allTextContents()).slice(0, 5)
    expect(await page.textContent('h2')).toBe('247 случаев')
    expect(await head()).toEqual(['Номер', 'Месяц', 'Услуга', 'Канал', 'Первое событие'])
    expect(await page.locator('tbody tr').first().textContent()).toContain('октябрь 2026')
    await page.getByLabel('Как сосчитаны').selectOption('rated')
    await page.waitForURL(/counted=rated/)
    await settled(page)
    expect(await head()).toEqual(['Номер', 'Месяц', 'Когда оценили', 'Оценка', 'Оценка в CSI'])
    expect(await page.locator('tbody tr').first().textContent()).toContain('28.10.2026 12:3014,25')
    expect(problemsOf(page)).toEqual([])
  })

  test('an answer that is not yet that of the filters is called busy', async () => {
    const page = await open('/requests')
    const found = page.locator('[aria-busy]', { has: page.getByRole('heading', { name: /^247 запросов/ }) }).last()
    expect(await found.getAttribute('aria-busy')).toBe('false')
    state().held = ['listRequests']
    await page.getByLabel('Номер запроса с начала').fill('DEMO-2026-00024')
    await expect.poll(() => found.getAttribute('aria-busy')).toBe('true')
    state().held = []
    await settled(page)
    expect(await page.textContent('h2')).toBe('8 запросов')
  })

  test('a bar of scores opens the requests with that score', async () => {
    const page = await open('/services/0310000001?channel=МФЦ')
    await page.getByRole('link', { name: /^Открыть запросы с оценкой 2/ }).click()
    await page.waitForURL(/\/requests\?/)
    await settled(page)
    const { period } = servicePage('0310000001')
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      ...period,
      channel: 'МФЦ',
      service: '0310000001',
      counted: 'rated',
      score: '2',
    })
    expect(await page.textContent('main')).toContain('С оценкой · оценка 2')
    expect(state().calls.findLast(({ name }) => name === 'listRequests')?.search).toContain('score=2')
    await page.getByLabel('Как сосчитаны').selectOption('any')
    await page.waitForURL((url) => !url.searchParams.has('score'))
  })

  test('a request tells its course: sections, waits, the suspension, where each row came from', async () => {
    const page = await open('/requests/DEMO-2026-000117')
    const course = page.getByRole('region', { name: 'Ход' })
    expect(await course.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['ЕПГУ', 'ОГВ', 'МФЦ'])
    const text = ((await course.textContent()) ?? '').replaceAll('\u202f', ' ')
    expect(text).toContain('приостановлено 4 дн. 21 ч')
    expect(text).toContain('16.10.2026, время не указано')
    await course.locator('time').first().focus()
    expect(await page.getByRole('tooltip').textContent()).toContain('2026-10-05T15:14:03.000Z')
    await course
      .getByRole('link', { name: /пакет 17/ })
      .first()
      .click()
    await page.waitForURL(/\/packages\/17$/)
  })

  test('events that wait for their request say so; a number that nobody knows does too', async () => {
    const waiting = await open('/requests/WAITING')
    expect(await waiting.textContent('main')).toContain('Сам запрос ещё не пришёл')
    expect(await axeViolations(waiting)).toEqual([])
    const missing = await open('/requests/NO-SUCH')
    expect(await missing.textContent('main')).toContain('Такого запроса нет')
  })

  test('a row of a service narrows the screen to a channel, its n opens the requests', async () => {
    const page = await open('/services/0310000001')
    const table = page.getByRole('region', { name: 'По каналам подачи' }).first()
    await table.getByRole('link', { name: 'МФЦ', exact: true }).click()
    await page.waitForURL(/channel=/)
    await settled(page)
    await table
      .getByRole('link', { name: /Открыть запросы/ })
      .first()
      .click()
    await page.waitForURL(/\/requests\?/)
    expect(new URL(page.url()).searchParams.get('service')).toBe('0310000001')
    expect(problemsOf(page)).toEqual([])
  })

  test('a slice whose name is not given opens down to its own requests', async () => {
    const page = await open('/services/0310000001')
    const table = page.getByRole('region', { name: 'По подразделениям' }).first()
    await table.getByRole('link', { name: 'не указано' }).click()
    await page.waitForURL((url) => url.searchParams.get('office') === NOT_GIVEN)
    await settled(page)
    expect(await page.getByRole('combobox', { name: 'Подразделение' }).inputValue()).toBe('не указано')
    await table
      .getByRole('link', { name: /Открыть запросы/ })
      .first()
      .click()
    await page.waitForURL(/\/requests\?/)
    const asked = () => state().calls.findLast(({ name }) => name === 'listRequests')
    await expect.poll(() => new URLSearchParams(asked()?.search).get('office')).toBe(NOT_GIVEN)
  })

  test('a record of the register is changed, with its history beside', async () => {
    const page = await open('/register?kind=offices')
    await page.getByRole('button', { name: 'Изменить: МФЦ на Садовой' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('было 30, стало 10').waitFor()
    await drawer.getByRole('combobox', { name: 'Часовой пояс' }).fill('камч')
    await drawer.getByRole('combobox', { name: 'Часовой пояс' }).fill('Kamch')
    await page.getByRole('option', { name: /Asia\/Kamchatka/ }).click()
    expect(await axeViolations(page)).toEqual([])
    await drawer.getByRole('button', { name: 'Сохранить' }).click()
    await drawer.waitFor({ state: 'detached' })
    expect(state().calls.some(({ name, path }) => name === 'saveOffice' && path.endsWith('/o1'))).toBe(true)
    expect(problemsOf(page)).toEqual([])
  })
})
