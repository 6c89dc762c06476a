import { rightsOf } from '@otklik/model/access'
import { describe, expect, test } from 'vitest'
import { axeViolations, overflowAt400Percent } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { fieldOf, settled, useDesk } from './support/desk.ts'
import { HOSTILE_NAME, LONG_NAME } from './support/fixtures/organisations.ts'
import { activate, focusOn, tabTo } from './support/keyboard.ts'

const CURATOR = { rights: [...rightsOf('certification_curator')] }

describe('the objects of certification', () => {
  const { open, state } = useDesk()

  test('are searched, filtered, sorted and paged in the address, and taken away as they are filtered', async () => {
    const page = await open('/lists/objects')
    await page.getByRole('heading', { name: '129 объектов' }).waitFor()
    await page.getByRole('button', { name: 'Следующие' }).click()
    await page.waitForURL(/offset=100/)
    await page.getByLabel('Вид', { exact: true }).selectOption('услуга')
    await page.waitForURL(/category=/)
    expect(page.url()).not.toContain('offset')
    await page.getByLabel('Регион').selectOption('federal')
    await page.waitForURL(/territory=federal/)
    await page.getByRole('button', { name: 'Уровень' }).click()
    await page.waitForURL(/sort=level/)
    await settled(page)
    await page.getByRole('button', { name: 'Уровень' }).click()
    await page.waitForURL(/descending=true/)
    await page.getByPlaceholder('Название или номер').pressSequentially('подуслуга')
    await page.waitForURL(/find=/)
    // The field keeps the focus while the list is asked for.
    await page.keyboard.type(' №')
    await settled(page)
    expect(await page.getByPlaceholder('Название или номер').inputValue()).toBe('подуслуга №')
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('Уровень')
    await page.waitForURL(/%E2%84%96/)
    await settled(page)
    const xlsx = await page.getByRole('link', { name: 'Скачать XLSX' }).getAttribute('href')
    expect(Object.fromEntries(new URL(xlsx ?? '', page.url()).searchParams)).toEqual({
      find: 'подуслуга №',
      category: 'услуга',
      region: 'federal',
      sort: 'level',
      descending: 'true',
      removed: 'false',
      format: 'xlsx',
    })
    await page.getByRole('button', { name: 'Сбросить отбор' }).click()
    await page.getByRole('heading', { name: '129 объектов' }).waitFor()
    expect(await page.getByPlaceholder('Название или номер').inputValue()).toBe('')
  })

  test('are added by keyboard alone, with what is wrong said at the field', async () => {
    const page = await open('/lists/objects', { state: CURATOR })
    await activate(page, 'Добавить объект')
    const dialog = page.getByRole('dialog', { name: 'Новый объект сертификации' })
    await focusOn(page, 'Вид')
    await tabTo(page, 'Наименование')
    await page.keyboard.type('Запись к врачу')
    await activate(page, 'Сохранить')
    await dialog.getByText('Напишите адрес интерактивной формы: у сервиса он обязателен').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByLabel('Адрес интерактивной формы').fill('https://www.gosuslugi.ru/1/1')
    await dialog.getByLabel('Уровень, %').fill('72,25')
    await dialog.getByLabel('Действует с').fill('2026-03-15')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.getByText('Укажите последний день действия').waitFor()
    await dialog.getByLabel('Действует по').fill('2029-03-14')
    const asked = page.waitForRequest((request) => request.method() === 'POST')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    expect((await asked).postDataJSON()).toEqual({
      name: 'Запись к врачу',
      kind: 'service_tool',
      authority: null,
      region: null,
      service: null,
      address: 'https://www.gosuslugi.ru/1/1',
      level: 72.25,
      validFrom: '2026-03-15',
      validTo: '2029-03-14',
    })
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: '130 объектов' }).waitFor()
  })

  test('take over from a service of the register what is not filled in yet', async () => {
    const page = await open('/lists/objects', { state: CURATOR })
    await page.getByRole('button', { name: 'Добавить объект' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Вид').selectOption('service')
    await fieldOf(dialog, 'Услуга реестра').fill('охот')
    await page.getByRole('option', { name: /охотничьего/ }).click()
    expect(await dialog.getByLabel('Наименование').inputValue()).toBe('Выдача охотничьего билета')
    expect(await fieldOf(dialog, 'Уполномоченный орган или организация').inputValue()).toBe(
      'Министерство природных ресурсов',
    )
    expect(await dialog.getByLabel('Регион').inputValue()).toBe('31')
  })

  test('keep what was typed where somebody else was faster, and say what they changed', async () => {
    const page = await open('/lists/objects?find=Зачисление', { state: CURATOR })
    await page.getByRole('button', { name: 'Зачисление в школу', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Наименование').fill('Приём в школу')
    Object.assign(state().objects[0] ?? {}, { version: 2, authority: 'Министерство спорта' })
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.getByText('тем временем изменил кто-то ещё').waitFor()
    await dialog.getByText(/стало Министерство спорта/).waitFor()
    expect(await dialog.getByLabel('Наименование').inputValue()).toBe('Приём в школу')
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(state().objects[0]).toMatchObject({ version: 3, name: 'Приём в школу' })
  })

  test('are taken out with a reason and put back', async () => {
    const page = await open('/lists/objects', { state: CURATOR })
    await page.getByRole('button', { name: 'Зачисление в школу', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Исключить из проекта' }).click()
    await dialog.getByRole('button', { name: 'Исключить', exact: true }).click()
    await dialog.getByText('Напишите хотя бы несколько слов').waitFor()
    await dialog.getByLabel('Причина').fill('Услуга передана в другой орган')
    await dialog.getByRole('button', { name: 'Исключить', exact: true }).click()
    await page.getByRole('heading', { name: '128 объектов' }).waitFor()
    await page.getByLabel('Стоят ли в проекте').selectOption('true')
    await page.getByRole('heading', { name: '2 объекта' }).waitFor()
    expect(await page.textContent('table')).toContain('Услуга передана в другой орган')
    await page.getByRole('button', { name: 'Зачисление в школу', exact: true }).click()
    await dialog.getByRole('button', { name: 'Вернуть в проект' }).click()
    await dialog.getByLabel('Причина').fill('Передача отменена')
    await dialog.getByRole('button', { name: 'Вернуть', exact: true }).click()
    await page.getByRole('heading', { name: '1 объект' }).waitFor()
    expect(state().objects[0]?.removed).toBeNull()
  })

  test('are added from the register, and the number added is said', async () => {
    const page = await open('/lists/objects', { state: CURATOR })
    await page.getByRole('button', { name: 'Добавить из реестра' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Какие услуги').selectOption('regional')
    await dialog.getByLabel('Регион').selectOption('54')
    const asked = page.waitForRequest((request) => request.method() === 'POST')
    await dialog.getByRole('button', { name: 'Добавить' }).click()
    expect((await asked).postDataJSON()).toEqual({ scope: 'regional', region: '54' })
    await dialog.getByText('Добавлено 3 объекта.').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await dialog.locator('button').filter({ hasText: 'Закрыть' }).click()
    await page.getByRole('button', { name: 'Добавить из реестра' }).click()
    await dialog.getByLabel('Какие услуги').selectOption('federal')
    await dialog.getByRole('button', { name: 'Добавить' }).click()
    await dialog.getByText('Новых услуг нет: все уже среди объектов.').waitFor()
  })

  test('are submitted as they are, once nothing else awaits approval', async () => {
    const waiting = await open('/lists/objects', { state: CURATOR })
    expect(await waiting.getByRole('button', { name: 'Подать на утверждение' }).count()).toBe(0)
    expect(await waiting.textContent('main')).toContain('Правки проекта войдут в следующую редакцию')
    const page = await open('/lists/objects', {
      state: { ...CURATOR, editions: state().editions.filter(({ id }) => id !== 4) },
    })
    await page.getByRole('button', { name: 'Подать на утверждение' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Подать на утверждение' }).click()
    await page.getByRole('heading', { name: 'Единый перечень, редакция № 2' }).waitFor()
    await page.getByRole('button', { name: 'Отозвать' }).waitFor()
  })

  test('are only read by those who do not prepare them', async () => {
    const page = await open('/lists/objects?find=субсидии', { state: { rights: [...rightsOf('quality_reviewer')] } })
    expect(await page.getByRole('button', { name: /Добавить|Подать/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Назначение субсидии на оплату жилья', exact: true }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toContain('01.04.2024 – 31.03.2027')
    expect(await dialog.getByRole('textbox').count()).toBe(0)
    expect(await dialog.getByRole('button', { name: /Исключить|Сохранить/ }).count()).toBe(0)
    expect(await axeViolations(page)).toEqual([])
  })

  test('take long names and names that look like markup for names', async () => {
    const page = await open('/lists/objects?offset=100')
    await page.getByRole('button', { name: HOSTILE_NAME }).click()
    await page.getByRole('dialog', { name: HOSTILE_NAME }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: LONG_NAME }).click()
    await page.getByRole('dialog', { name: LONG_NAME }).waitFor()
    expect(await overflowAt400Percent(page)).toEqual([])
    expect(await page.locator('main img, [role="dialog"] img').count()).toBe(0)
    expect(problemsOf(page)).toEqual([])
  })
})
