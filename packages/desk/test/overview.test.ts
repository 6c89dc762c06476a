import { describe, expect, test } from 'vitest'
import { problemsOf } from './support/browser.ts'
import { settled, useDesk } from './support/desk.ts'
import { SERVICES } from './support/fixtures/services.ts'

describe('the overview', () => {
  const { open, state } = useDesk()

  test('a figure is never naked: interval, n, what it was before, the requests', async () => {
    const page = await open('/')
    const card = page.getByRole('region', { name: 'Доля отказов', exact: true })
    const requests = card.getByRole('link', { name: /^Открыть запросы с отказом: / })
    await requests.waitFor()
    const text = ((await card.textContent()) ?? '').replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')
    expect(text).toMatch(/\d+,\d %\d+,\d–\d+,\d/)
    expect(text).toMatch(/n \d[\d ]+ решений/)
    expect(text).toContain('к тем же месяцам год назад')
    await requests.click()
    await page.waitForURL(/\/requests\?/)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      from: '2025-12',
      to: '2026-11',
      counted: 'refused',
    })
    await expect.poll(() => state().calls.some(({ search }) => search.includes('counted=refused'))).toBe(true)
  })

  test('what did not come is of the days that a click shows', async () => {
    const page = await open('/?from=2025-12&to=2026-01')
    await page.getByRole('link', { name: 'За последний 31 день: 1 пакет не пришёл, 2 пакета опоздали' }).click()
    const calendar = () => state().calls.find(({ name }) => name === 'readCalendar')?.search
    await expect.poll(calendar).toMatch(/from=.*&to=/)
    const { from = '', to = '' } = Object.fromEntries(new URLSearchParams(calendar()))
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(31)
  })

  test('filters stand in the address, reach the server and survive a reload', async () => {
    const page = await open('/')
    await page.getByRole('combobox', { name: 'Канал' }).click()
    await page.getByRole('option', { name: 'МФЦ', exact: true }).click()
    await page.waitForURL(/channel=/)
    await page.locator('label', { hasText: /^CSI$/ }).click()
    await page.waitForURL(/figure=csi/)
    await page.reload()
    await settled(page)
    expect(await page.getByRole('combobox', { name: 'Канал' }).inputValue()).toBe('МФЦ')
    expect(await page.textContent('main')).toContain('Услуги по удовлетворённости')
    const asked = state().calls.filter(({ name }) => name === 'readOverview' || name === 'rankServices')
    expect(decodeURIComponent(asked.at(-1)?.search ?? '')).toContain('channel=МФЦ')
    await page.getByRole('button', { name: 'Сбросить отбор' }).click()
    await page.waitForURL((url) => !url.search.includes('channel'))
    expect(problemsOf(page)).toEqual([])
  })

  test('a variant of a service in the address is shown, counted and taken off', async () => {
    const page = await open('/?subservice=0310000001001', { viewport: { width: 390, height: 800 } })
    await page.getByRole('button', { name: 'Отбор: 1 условие' }).click()
    const variant = page.getByRole('combobox', { name: 'Вариант услуги' })
    expect(await variant.inputValue()).toBe('Вариант 0310000001001')
    await page.locator('[aria-label="Снять отбор: Вариант услуги"]').click()
    await page.waitForURL((url) => !url.search.includes('subservice'))
    await variant.waitFor({ state: 'detached' })
    await page.goBack()
    await page.getByRole('button', { name: 'Сбросить отбор' }).click()
    await page.waitForURL((url) => !url.search.includes('subservice'))
  })

  test('a service that came along to the list of services is shown and taken off', async () => {
    const page = await open('/services?service=0310000001')
    const service = page.getByRole('combobox', { name: 'Услуга' })
    expect(await service.inputValue()).toBe('Зачисление в школу')
    await page.getByRole('button', { name: 'Сбросить отбор' }).click()
    await service.waitFor({ state: 'detached' })
  })

  test('the slice goes along to another screen', async () => {
    const page = await open('/?region=31&from=2026-08&to=2026-10&figure=csi')
    await page.getByRole('link', { name: 'Запросы', exact: true }).click()
    await page.waitForURL(/\/requests/)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      from: '2026-08',
      to: '2026-10',
      region: '31',
    })
  })

  test('a period is chosen by months or by a usual name', async () => {
    const page = await open('/')
    await page.getByRole('button', { name: / 20.. – .* 2026$/ }).click()
    await page.getByRole('button', { name: '3 месяца' }).click()
    await page.waitForURL(/from=2026-08&to=2026-10/)
    await page.getByRole('button', { name: 'август – октябрь 2026' }).click()
    await page.getByLabel('С какого месяца').selectOption('2026-07')
    await page.waitForURL(/from=2026-07/)
  })

  test('an alarm shows its evidence and is taken note of with a reason', async () => {
    const page = await open('/')
    const alarm = page.getByRole('listitem').filter({ hasText: 'больше, чем дала бы случайность' })
    await alarm.getByRole('button', { name: 'Обоснование' }).click()
    expect(await alarm.textContent()).toContain('Тренд (Кохрана – Армитеджа)')
    const notice = alarm.getByRole('link', { name: 'Проект уведомления: DOCX' })
    expect(await notice.getAttribute('href')).toMatch(/^\/api\/progress\/alarms\/\d+\/notice\?format=docx$/)
    await alarm.getByRole('button', { name: 'Принять к сведению' }).click()
    const dialog = page.getByRole('dialog', { name: 'Принять к сведению' })
    await dialog.getByRole('button', { name: 'Принять к сведению' }).click()
    expect(await dialog.textContent()).toContain('Напишите причину')
    await dialog.getByLabel('Причина').fill('Новый порядок проверки документов с 1 августа')
    await dialog.getByRole('button', { name: 'Принять к сведению' }).click()
    await dialog.waitFor({ state: 'detached' })
    await alarm.waitFor({ state: 'detached' })
    expect(state().alarms[0]?.acknowledged?.reason).toBe('Новый порядок проверки документов с 1 августа')
    await page.getByLabel('Показать и принятые к сведению').press('Space')
    await alarm.getByRole('button', { name: 'Вернуть в число открытых' }).click()
    await alarm.getByRole('button', { name: 'Принять к сведению' }).waitFor()
    expect(state().alarms[0]?.acknowledged).toBeNull()
    expect(problemsOf(page)).toEqual([])
  })

  test('a case is given to somebody with a day and noted, and says so', async () => {
    const page = await open('/')
    const item = page.getByRole('listitem').filter({ hasText: 'больше, чем дала бы случайность' })
    expect(await item.textContent()).toContain('Никому не поручен')
    await item.getByRole('button', { name: 'Поручить' }).click()
    const dialog = page.getByRole('dialog', { name: 'Поручить' })
    await dialog.getByLabel('Кто разбирается').selectOption({ label: 'Борис Крылов – Министерство образования' })
    await dialog.getByLabel('До какого дня').fill('2026-12-04')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await item.getByText('Борис Крылов').waitFor()
    expect(await item.textContent()).toContain('В работе · Борис Крылов · до 04.12.2026')
    await item.getByRole('button', { name: 'Добавить запись' }).click()
    const note = page.getByRole('dialog', { name: 'Добавить запись' })
    await note.getByRole('button', { name: 'Сохранить' }).click()
    expect(await note.textContent()).toContain('Напишите, что известно')
    await note.getByRole('textbox', { name: 'Запись' }).fill('С августа новая проверка')
    await note.getByRole('button', { name: 'Сохранить' }).click()
    await item.getByText('С августа новая проверка').waitFor()
    expect(problemsOf(page)).toEqual([])
  })

  test('what is no critical value stands closed under them, counted, with a way to the service', async () => {
    const page = await open('/')
    const section = page.getByRole('region', { name: 'Наблюдения и ранние признаки' })
    const drift = section.getByText('сглаженная за полгода')
    expect(await drift.isVisible()).toBe(false)
    await section.getByText('Наблюдения и ранние признаки: 3').click()
    await drift.waitFor({ state: 'visible' })
    expect(await section.getByRole('listitem').count()).toBe(3)
    expect(await section.textContent()).toContain('два месяца роста подряд – у 89 из 100 услуг')
    expect(await section.getByRole('button').count()).toBe(0)
    await section.getByRole('link', { name: 'Отдых и оздоровление детей' }).click()
    await page.waitForURL(/\/services\/0310000002/)
    await settled(page)
    await page.getByText('Наблюдения и ранние признаки: 1').click()
    await page.getByText('сглаженная за полгода').waitFor({ state: 'visible' })
    expect(state().calls.findLast(({ name }) => name === 'readSignals')?.search).toBe('?service=0310000002')
    expect(problemsOf(page)).toEqual([])
  })

  test('what is no critical value goes with the service and the authority that are chosen, and may be nothing', async () => {
    const page = await open('/?service=0310000003&channel=МФЦ')
    const section = page.getByRole('region', { name: 'Наблюдения и ранние признаки' })
    expect(await section.textContent()).toContain('За октябрь 2026 наблюдений и ранних признаков нет.')
    expect(state().calls.findLast(({ name }) => name === 'readSignals')?.search).toBe('?service=0310000003')
  })

  test('an alarm opens the requests it was judged by, whatever the screen is narrowed to', async () => {
    const page = await open('/?channel=МФЦ&region=31&from=2026-10&to=2026-10')
    const alarm = page.getByRole('listitem').filter({ hasText: 'Удовлетворённость упала' })
    await alarm.getByRole('button', { name: 'Обоснование' }).click()
    expect(await alarm.getByRole('table').first().locator('tbody').textContent()).toContain('август – октябрь 2026')
    await alarm.getByRole('link', { name: 'Открыть запросы' }).click()
    await page.waitForURL(/\/requests\?/)
    const [, , , judged] = state().alarms
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      service: judged?.service,
      counted: 'rated',
      from: '2026-08',
      to: '2026-10',
    })
  })

  test('the line of today, the cards and the list speak of the same critical values', async () => {
    const page = await open(`/?channel=МФЦ&authority=${encodeURIComponent(SERVICES[3]?.authority ?? '')}`)
    const list = page.getByRole('region', { name: 'Критические значения' })
    expect(await list.getByRole('button', { name: 'Обоснование' }).count()).toBe(2)
    expect(await list.textContent()).toContain('отбор по каналу, региону и подразделению их не меняет')
    await page.getByText('Сегодня: 2 показателя требуют внимания').waitFor()
    const cards = ['Доля отказов', 'Доля ошибок'].map((name) => page.getByRole('region', { name, exact: true }))
    for (const card of cards) expect(await card.textContent()).toContain('1 критическое значение')
    expect(await (await open('/')).textContent('main')).not.toContain('отбор по каналу')
  })

  test('without the right to it nobody is offered to take note of an alarm', async () => {
    const page = await open('/', { state: { rights: ['progress.read'] } })
    expect(await page.getByRole('button', { name: 'Принять к сведению' }).count()).toBe(0)
    expect(await page.textContent('nav')).toBe(
      'ПоказателиОбзорГлавноеУслугиПочему изменилосьИзмененияСрокиНастройкиМой доступ',
    )
  })

  test('the table takes its slice along into files, and sorts', async () => {
    const page = await open('/?channel=ЕПГУ')
    const table = page.getByRole('region', { name: 'Услуги по отказам' }).first()
    const csv = await table.getByRole('link', { name: 'Скачать CSV' }).getAttribute('href')
    expect(decodeURIComponent(csv ?? '')).toBe('/api/progress/ranking?channel=ЕПГУ&figure=refusals&format=csv')
    const first = () => table.locator('tbody tr').first().locator('td').first().textContent()
    expect(await first()).toBe('Предоставление земельного участка без торгов')
    await table.getByRole('button', { name: 'Услуга' }).click()
    expect(await first()).toBe('Выдача охотничьего билета')
    expect(await table.locator('th').first().getAttribute('aria-sort')).toBe('ascending')
  })

  test('services that are searched for are taken along into the file', async () => {
    const page = await open('/services')
    await page.getByRole('textbox', { name: 'Найти услугу в списке' }).fill('субсидии')
    await page.waitForURL(/find=/)
    await settled(page)
    const table = page.getByRole('region', { name: 'Услуги по отказам' }).first()
    await expect.poll(() => table.locator('tbody tr').count()).toBe(1)
    const csv = await table.getByRole('link', { name: 'Скачать CSV' }).getAttribute('href')
    expect(decodeURIComponent(csv ?? '')).toBe('/api/progress/ranking?figure=refusals&find=субсидии&format=csv')
    await page.getByRole('textbox', { name: 'Найти услугу в списке' }).fill('такой нет')
    await page.getByText('Таких услуг нет').waitFor()
  })

  test('the chart is a table for those who do not see it', async () => {
    const page = await open('/')
    const picture = page.getByRole('img', { name: /Доля отказов по месяцам/ })
    await picture.scrollIntoViewIfNeeded()
    await picture.locator('svg').waitFor()
    const rows = page
      .locator('table', { has: page.locator('caption', { hasText: 'Доля отказов по месяцам' }) })
      .locator('tbody tr')
    expect(await rows.count()).toBe(12)
  })
})
