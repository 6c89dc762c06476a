import { rightsOf } from '@otklik/model/access'
import { describe, expect, test } from 'vitest'
import { axeViolations, overflowAt400Percent } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { settled, useDesk } from './support/desk.ts'
import { edition } from './support/fixtures/certification.ts'
import { activate } from './support/keyboard.ts'

const GROUP = { rights: [...rightsOf('working_group')] }
const CURATOR = { rights: [...rightsOf('certification_curator')] }
const READER = { rights: [...rightsOf('authority_head')], everything: false }

describe('the lists', () => {
  const { open, state } = useDesk()
  const card = (name: string) => `section:has(h2:text-is("${name}"))`

  test('say what is due and offer each role its own next step', async () => {
    const curator = await open('/lists', { state: CURATOR })
    const single = curator.locator(card('Единый перечень'))
    expect(await single.textContent()).toMatch(/на утверждении.*Редакция № 2.*утверждён.*протокол № 5 от 12.12.2025/)
    expect(await single.getByRole('link', { name: 'Рассмотреть' }).count()).toBe(0)
    const year = curator.locator(card('Перечень 2027 года'))
    expect(await year.textContent()).toMatch(
      /входит 104 объекта, не входит 16.*до 20.12.2026, пункт 10.*осталось 28 дней/,
    )
    await year.getByText('Все сроки').click()
    await year.getByText('Рабочая группа утверждает').waitFor()
    expect(await axeViolations(curator)).toEqual([])
    await year.getByRole('link', { name: 'Заполнить и опубликовать' }).click()
    await curator.waitForURL(/\/lists\/3$/)

    const group = await open('/lists', { state: GROUP })
    await group.locator(card('Единый перечень')).getByRole('link', { name: 'Рассмотреть' }).click()
    await group.getByRole('heading', { name: 'Решение рабочей группы' }).waitFor()
  })

  test('open at once for the working group, and are not shown to those who may not read them', async () => {
    const membership = { id: '9', role: 'working_group', organisation: { id: 2, name: 'Министерство' } }
    const group = await open('/', { state: { ...GROUP, membership } })
    await group.waitForURL(/\/lists$/)
    const other = await open('/', { state: { rights: ['progress.read'], membership: null } })
    expect(await other.getByRole('link', { name: 'Перечни', exact: true }).count()).toBe(0)
  })

  test('tell how late one is, and say it is done once it is', async () => {
    const page = await open('/lists', {
      state: { editions: state().editions.filter(({ id }) => id !== 4 && id !== 2) },
    })
    expect(await page.locator(card('Перечень 2026 года')).textContent()).toContain(
      'Не составлялся; сроки этого года прошли.',
    )
    expect(await page.locator(card('Единый перечень')).textContent()).toContain('сделано')
    state().editions = [edition(state().objects, { id: 7, year: 2026, state: 'published' })]
    await page.reload()
    await settled(page)
    expect(await page.locator(card('Перечень 2026 года')).textContent()).toContain('просрочено на 266 дней')
  })

  test('of a year are begun after a question', async () => {
    const page = await open('/lists', {
      state: { ...CURATOR, editions: state().editions.filter(({ year }) => year !== 2027) },
    })
    await activate(page, 'Составить проект')
    const dialog = page.getByRole('dialog', { name: 'Составить проект перечня 2027 года?' })
    expect(await dialog.textContent()).toContain('действующего Единого перечня (редакция № 1)')
    await dialog.getByRole('button', { name: 'Составить проект' }).click()
    await page.getByRole('heading', { name: 'Перечень 2027 года, редакция № 1' }).waitFor()
  })

  test('are begun with the objects where there is nothing yet; readers are told to wait', async () => {
    const page = await open('/lists', { state: { ...CURATOR, empty: true } })
    await page.getByRole('link', { name: 'Заполнить проект Единого перечня' }).click()
    await page.getByText('В проекте ещё нет объектов').waitFor()
    const reader = await open('/lists', { state: { ...READER, empty: true } })
    expect(await reader.textContent('main')).toContain('когда Аналитический центр их подготовит')
    expect(await reader.locator('main').getByRole('link').count()).toBe(0)
  })

  test('fit a phone and 400 %', async () => {
    const page = await open('/lists', { viewport: { width: 320, height: 700 } })
    expect(await overflowAt400Percent(page)).toEqual([])
    expect(problemsOf(page)).toEqual([])
  })
})
