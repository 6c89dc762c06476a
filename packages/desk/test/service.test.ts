import { describe, expect, test } from 'vitest'
import { problemsOf } from './support/browser.ts'
import { useDesk } from './support/desk.ts'

/** A service of a few requests a month: all of its months hold little data. */
const SMALL = '/services/0310000011'

describe('the page of a service', () => {
  const { open } = useDesk()

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
    await chart.getByRole('button', { name: 'Таблицей' }).click()
    expect(await chart.locator('tbody tr').first().locator('td').last().textContent()).toBe('мало данных')
    expect(problemsOf(page)).toEqual([])
  })
})
