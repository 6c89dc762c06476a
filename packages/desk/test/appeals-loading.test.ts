import { expect, test } from 'vitest'
import { useDesk } from './support/desk.ts'

const { open, state } = useDesk()

test('the mapping of one authority is not taken along to another', async () => {
  const page = await open('/appeals/loading')
  const mapping = page.getByLabel('Сопоставление', { exact: true })
  await mapping.selectOption({ label: 'Платформа обратной связи, версия 2' })
  await page.getByLabel('Орган').selectOption({ label: 'Управление культуры' })
  expect(await mapping.inputValue()).toBe('')
  await page.getByLabel('Орган').selectOption({ label: 'Министерство образования Белгородской области' })
  expect(await mapping.inputValue()).toBe('')
})

test('a mapping that was made for one file is kept once, and reads the next one as well', async () => {
  const page = await open('/appeals/loading')
  const choose = (name: string) =>
    page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('№ обращения') })
  const take = async () => {
    await page.getByRole('button', { name: 'Загрузить в реестр' }).click()
    await page.getByText('Файл принят, строки загружаются.').waitFor()
  }
  await choose('август.csv')
  await page.getByLabel('Источник: «ПОС»').selectOption({ label: 'Платформа обратной связи' })
  await page.getByLabel('Название сопоставления').fill('Платформа обратной связи')
  await take()
  await choose('сентябрь.csv')
  await take()
  const called = (name: string) => state().calls.filter((one) => one.name === name)
  expect(called('saveAppealMapping')).toHaveLength(1)
  const mappings = called('loadAppealsFile').map(({ search }) => new URLSearchParams(search).get('mapping'))
  expect(mappings).toEqual(['1', '1'])
})
