import { describe, expect, test } from 'vitest'
import { axeViolations } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { settled, useDesk } from './support/desk.ts'

const FILES = [
  { name: 'requests.csv', mimeType: 'text/csv', buffer: Buffer.from('request_id;service_id\r\n1;2\r\n') },
  { name: 'день.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') },
]

describe('packages', () => {
  const { open, state } = useDesk()

  test('dropped files are sent, show how far they are, and end in a receipt', async () => {
    const page = await open('/packages', { state: { held: ['watchPackage'] } })
    await page.getByLabel('Поставщик').selectOption('edu')
    await page.getByLabel('Отчётная дата').fill('2026-11-20')
    await page.locator('input[type=file]').setInputFiles(FILES)
    const sent = page.getByRole('list', { name: 'Переданные файлы' })
    await sent
      .getByText(/осталось/)
      .first()
      .waitFor()
    await sent.getByRole('progressbar').first().waitFor()
    state().held = []
    await sent.getByText('принят частично').nth(1).waitFor()
    // 4083 + 112 + 5 of 4200: the sum adds up here as it does in the receipt and in the list.
    const outcome = await sent
      .getByText(/прочитано/)
      .first()
      .textContent()
    expect(outcome?.replaceAll('\u202f', '')).toBe('прочитано 4200, принято 4083, отложено 112, повторы 5')
    expect(await page.getByRole('columnheader', { name: 'повторы' }).isVisible()).toBe(true)
    const calls = state().calls.filter(({ name }) => name === 'sendPackage')
    expect(calls.map(({ search }) => decodeURIComponent(search))).toEqual([
      '?supplier=edu&date=2026-11-20&name=requests.csv',
      '?supplier=edu&date=2026-11-20&name=день.zip',
    ])
    await sent.getByRole('link', { name: 'Открыть квитанцию' }).first().click()
    await page.waitForURL(/\/packages\/\d+$/)
    await page.getByText('Часть строк отложена').waitFor()
    expect(problemsOf(page)).toEqual([])
  })

  test('files of a day that are chosen together go as one package, or each on its own', async () => {
    const page = await open('/packages')
    await page.getByLabel('Поставщик').selectOption('edu')
    const names = () =>
      state()
        .calls.filter(({ name }) => name === 'sendPackage')
        .map(({ search }) => new URLSearchParams(search).get('name'))
    const events = { ...FILES[0], name: 'events.csv', mimeType: 'text/csv', buffer: Buffer.from('request_id\r\n1\r\n') }
    await page.locator('input[type=file]').setInputFiles([...FILES, events])
    const choice = page.getByRole('group', { name: 'Как передать выбранные файлы' })
    await choice.getByText('Архивы ZIP передаются отдельными пакетами').waitFor()
    expect([names(), await axeViolations(page)]).toEqual([[], []])
    await choice.getByRole('button', { name: 'Передать' }).click()
    const sent = page.getByRole('list', { name: 'Переданные файлы' })
    await sent.getByText('принят частично').nth(1).waitFor()
    expect(names()).toEqual(['package.zip', 'день.zip'])
    expect(await choice.count()).toBe(0)
    expect(await sent.getByText('requests.csv, events.csv').isVisible()).toBe(true)
    await page.locator('input[type=file]').setInputFiles([...FILES, events])
    await choice.getByText('каждый отдельно').click()
    await choice.getByRole('button', { name: 'Передать' }).click()
    await sent.getByText('принят частично').nth(4).waitFor()
    expect(names().slice(2)).toEqual(['requests.csv', 'день.zip', 'events.csv'])
  })

  test('files go on while another screen is open, and closing the page is asked about until they are there', async () => {
    const page = await open('/packages')
    await page.getByLabel('Поставщик').selectOption('edu')
    state().held = ['sendPackage']
    await page.locator('input[type=file]').setInputFiles(FILES)
    await page.getByRole('link', { name: 'Реестр', exact: true }).click()
    await page.waitForURL(/register/)
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    state().held = []
    await page.getByRole('link', { name: 'Пакеты', exact: true }).click()
    const sent = page.getByRole('list', { name: 'Переданные файлы' })
    await sent.getByText('принят частично').nth(1).waitFor()
    expect(state().calls.filter(({ name }) => name === 'sendPackage').length).toBe(2)
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
  })

  test('nothing is sent before one knows whose data they are', async () => {
    const page = await open('/packages')
    await page.locator('input[type=file]').setInputFiles(FILES[0] ?? [])
    expect(await page.getByRole('alert').first().textContent()).toBe('Сначала выберите поставщика')
    expect(state().calls.some(({ name }) => name === 'sendPackage')).toBe(false)
  })

  test('a day that has not come is refused before its file leaves', async () => {
    const page = await open('/packages')
    await page.getByLabel('Поставщик').selectOption('edu')
    await page.getByLabel('Отчётная дата').fill('2199-01-01')
    await page.locator('input[type=file]').setInputFiles(FILES[0] ?? [])
    expect(await page.getByRole('alert').first().textContent()).toBe('Отчётная дата ещё не наступила')
    expect(state().calls.some(({ name }) => name === 'sendPackage')).toBe(false)
  })

  test('without suppliers one is led to where they are made, or told who makes them', async () => {
    const page = await open('/packages', { state: { empty: true } })
    await page.getByText('Поставщиков ещё нет').waitFor()
    expect(await page.getByRole('link', { name: 'Добавить поставщика' }).getAttribute('href')).toBe('/keys')
    expect(await page.locator('input[type=file]').count()).toBe(0)
    const other = await open('/packages', { state: { rights: ['packages.read', 'packages.send'] } })
    await other.getByText('Поставщиков заводит администратор').waitFor()
    expect(await other.getByRole('link', { name: 'Добавить поставщика' }).count()).toBe(0)
  })

  test('suppliers that could not be read are a trouble to be tried again, not a missing choice', async () => {
    const page = await open('/packages', { state: { broken: true } })
    const again = page.getByRole('button', { name: 'Повторить' }).first()
    await again.waitFor()
    expect(await page.getByLabel('Поставщик').count()).toBe(0)
    state().broken = false
    await again.click()
    await page.getByLabel('Поставщик').waitFor()
  })

  test('what the list is narrowed to is called by its name; a day that is none is left out', async () => {
    const page = await open('/packages?supplier=edu&day=2026-11-20&until=2026-99-99')
    await page.getByRole('button', { name: 'Министерство образования, 20.11.2026' }).waitFor()
    expect(await page.getByText('Что пришло и что опаздывает').isVisible()).toBe(true)
    await open('/packages?day=2026-02-30')
    expect(state().calls.findLast(({ name }) => name === 'listPackages')?.search).not.toContain('from=')
  })

  test('the empty overview leads to the packages only those who may see them', async () => {
    const page = await open('/', { state: { empty: true } })
    await page.getByRole('link', { name: 'Передать первый пакет' }).waitFor()
    const other = await open('/', { state: { rights: ['progress.read'] } })
    await other.getByText('Данных ещё нет').waitFor()
    expect(await other.locator('main a[href="/packages"]').count()).toBe(0)
  })

  test('a package that is being read goes on by itself on its page', async () => {
    const [first] = state().receipts
    if (first === undefined) throw new Error('no receipts')
    const working = { ...first, state: 'working' as const, finishedAt: null }
    const page = await open(`/packages/${first.id}`, { state: { receipts: [working], tick: 60 } })
    await page.getByText('Часть строк отложена').waitFor()
    expect(await page.getByRole('progressbar').count()).toBe(0)
  })

  test('the sums of a receipt visibly add up, set-aside rows can be taken away', async () => {
    const page = await open('/packages/198')
    const text = ((await page.getByRole('region', { name: 'Итог' }).textContent()) ?? '').replaceAll('\u202f', '')
    const [, read, ...parts] =
      /прочитано (\d+)=.*принято (\d+)\+.*отложено (\d+)\+.*повторы (\d+)/.exec(
        text.replaceAll(/\s*([=+])\s*/g, '$1'),
      ) ?? []
    expect(Number(read)).toBeGreaterThan(0)
    expect(parts.map(Number).reduce((sum, part) => sum + part, 0)).toBe(Number(read))
    const link = page.getByRole('link', { name: /Скачать 112 отложенных строк/ })
    expect(await link.getAttribute('href')).toBe('/api/packages/198/files/1/set-aside.xlsx')
    const csv = page.getByRole('link', { name: 'То же в CSV' }).first()
    expect(await csv.getAttribute('href')).toBe('/api/packages/198/files/1/set-aside.csv')
    expect(await page.textContent('main')).toContain('нет столбцов request_id и status')
  })

  test('a receipt tells what else came for its day, and leads there', async () => {
    const corrected = state().receipts.find(({ id }) => id === 198)
    if (corrected === undefined) throw new Error('no receipt')
    const again = { ...corrected, id: 250, state: 'refused' as const, receivedAt: '2026-11-22T09:30:00Z' }
    const page = await open('/packages/198', { state: { receipts: [again, ...state().receipts] } })
    const others = page.getByRole('region', { name: 'Другие пакеты поставщика за этот день' }).first()
    const [row, ...more] = await others
      .getByRole('row')
      .filter({ has: page.getByRole('cell') })
      .all()
    expect(more).toEqual([])
    expect((await row?.innerText())?.replace(/\s+/g, ' ')).toContain('не принят 22.11.2026 12:30')
    expect(await axeViolations(page)).toEqual([])
    await row?.getByRole('link').click()
    await page.waitForURL(/packages\/250$/)
    await page.getByRole('link', { name: /^№ 198/ }).waitFor()
  })

  test('a day of the calendar opens its packages', async () => {
    const page = await open('/packages')
    const day = page.getByRole('link', { name: /пришёл в срок/ }).first()
    await day.click()
    await page.waitForURL(/supplier=\w+&day=2026/)
    await settled(page)
    expect(state().calls.findLast(({ name }) => name === 'listPackages')?.search).toMatch(/from=2026-\d\d-\d\d&to=2026/)
  })

  test('a broken line is said with the next step', async () => {
    const page = await open('/packages')
    await page.getByLabel('Поставщик').selectOption('edu')
    state().broken = true
    await page.locator('input[type=file]').setInputFiles(FILES[0] ?? [])
    await page.getByText('Не удалось прочитать показатели').first().waitFor()
    state().broken = false
    await page.getByRole('list', { name: 'Переданные файлы' }).getByRole('button', { name: 'Повторить' }).click()
    await page.getByRole('list', { name: 'Переданные файлы' }).getByText('принят частично').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
})
