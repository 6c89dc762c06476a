import { describe, expect, test } from 'vitest'
import { axeViolations } from './support/accessibility.ts'
import { settled, useDesk } from './support/desk.ts'
import { activate, focused, focusOn } from './support/keyboard.ts'

describe('without a mouse', () => {
  const { open, state } = useDesk()

  test('the first stop skips to the content; the sections follow', async () => {
    const page = await open('/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toEqual({ name: 'К содержанию', visible: true })
    await activate(page, 'Услуги')
    await page.waitForURL(/\/services$/)
    await settled(page)
    await page.waitForFunction(() => document.activeElement?.id === 'main')
    await activate(page, 'Зачисление в школу')
    await page.waitForURL(/\/services\/0310000001/)
  })

  test('an alarm is taken note of, and the dialog gives the focus back', async () => {
    const page = await open('/')
    await activate(page, 'Принять к сведению')
    await focusOn(page, 'Причина')
    await page.keyboard.type('Известно, меняем порядок')
    await activate(page, 'Принять к сведению')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(state().alarms[0]?.acknowledged?.reason).toBe('Известно, меняем порядок')
  })

  test('Ctrl+K finds a page, a service and a request', async () => {
    const page = await open('/?channel=ЕПГУ')
    const find = async (text: string) => {
      await page.keyboard.press('Control+KeyK')
      await page.getByRole('combobox', { name: /Страница, услуга/ }).fill(text)
    }
    await find('пак')
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/packages/)
    await find('охот')
    await page.getByRole('option', { name: /охотничьего/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/services\/0310000007/)
    await find('DEMO-2026-00011')
    await page.getByRole('option', { name: /DEMO-2026-000110/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/requests\/DEMO-2026-000111/)
  })

  test('a table is sorted, then scrolled as a stop of its own', async () => {
    const page = await open('/services')
    await activate(page, /^Услуга$/)
    expect(await page.locator('th').first().getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('link', { name: 'Скачать XLSX' }).focus()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toEqual({ name: 'Услуги по отказам', visible: true })
  })

  test('a record opens at the side and Escape leads back to where one was', async () => {
    const page = await open('/register')
    await activate(page, /^Изменить: Зачисление/)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Изменить: Зачисление'),
    )
  })
})
