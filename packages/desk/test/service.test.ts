import { describe, expect, test } from 'vitest'
import { problemsOf } from './support/browser.ts'
import { useDesk } from './support/desk.ts'

/** A service of a few requests a month: all of its months hold little data. */
const SMALL = '/services/0310000011'

describe('the page of a service', () => {
  const { open } = useDesk()

  test('a figure stands against the period before, and its n opens the requests it was counted from', async () => {
    const page = await open('/services/0310000001')
    const card = page.getByRole('region', { name: 'Доля отказов', exact: true }).first()
    expect(await card.textContent()).toContain('п. п. к тем же месяцам год назад')
    expect(await card.getByTitle('декабрь 2024 – ноябрь 2025').count()).toBe(1)
    await card.getByRole('link', { name: /^Открыть запросы, n / }).click()
    await page.waitForURL(/\/requests\?/)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      service: '0310000001',
      from: '2025-12',
      to: '2026-11',
      counted: 'decided',
    })
  })

  test('a month in the table opens its refusals, and its n all its decisions', async () => {
    const page = await open('/services/0310000001')
    const chart = page.getByRole('region', { name: 'Доля отказов', exact: true }).last()
    await chart.getByRole('button', { name: 'Показать таблицу' }).click()
    const links = await chart.locator('tbody tr').first().getByRole('link').all()
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
    expect(addresses).toEqual(
      ['refused', 'decided'].map(
        (counted) => `/requests?service=0310000001&from=2025-12&to=2025-12&counted=${counted}`,
      ),
    )
  })

  test('reviews say how many there are, and lead to the requests of those that are not here', async () => {
    const page = await open('/services/0310000001?channel=МФЦ')
    const ratings = page.getByRole('region', { name: 'Оценки', exact: true })
    const reviews = ratings.locator('blockquote')
    expect(await reviews.count()).toBe(6)
    await ratings.getByRole('button', { name: 'Показать отзывы: 20 из 134' }).click()
    expect(await reviews.count()).toBe(20)
    expect(await ratings.textContent()).toContain('Показаны последние отзывы: 20 из 134.')
    await ratings.getByRole('link', { name: 'Открыть запросы с оценкой', exact: true }).click()
    await page.waitForURL(/\/requests\?/)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      service: '0310000001',
      channel: 'МФЦ',
      from: '2025-12',
      to: '2026-11',
      counted: 'rated',
    })
  })

  test('months of few cases say so: to the eye, to a screen reader, on paper and in the table', async () => {
    const page = await open(SMALL)
    const chart = page.getByRole('region', { name: 'Доля отказов', exact: true }).last()
    expect(await chart.textContent()).toContain('Серые пустые точки – мало данных: меньше 30 случаев за месяц.')
    const words = chart.locator('table', { has: page.locator('caption') })
    expect(await words.locator('tbody tr').last().locator('td').last().textContent()).toBe(
      'мало данных, месяц не закрыт',
    )
    const width = async () => (await words.locator('xpath=..').boundingBox())?.width ?? 0
    expect(await width()).toBeLessThan(2)
    await page.emulateMedia({ media: 'print' })
    expect(await width()).toBeGreaterThan(200)
    await page.emulateMedia({ media: 'screen' })
    await chart.getByRole('button', { name: 'Показать таблицу' }).click()
    expect(await chart.locator('tbody tr').first().locator('td').last().textContent()).toBe('мало данных')
    expect(problemsOf(page)).toEqual([])
  })
})
