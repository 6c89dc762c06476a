import { rightsOf } from '@otklik/model/access'
import { describe, expect, test } from 'vitest'
import { axeViolations, overflowAt400Percent } from './support/accessibility.ts'
import { inEnglish, settled, useDesk } from './support/desk.ts'
import { activate, focusOn, tabTo } from './support/keyboard.ts'

const GROUP = { rights: [...rightsOf('working_group')] }
const CURATOR = { rights: [...rightsOf('certification_curator')] }
const READER = { rights: [...rightsOf('authority_head')], everything: false }

describe('an edition of a list', () => {
  const { open, state, address } = useDesk()
  const byId = (id: number) => state().editions.find((one) => one.id === id)

  test('says of each object why it is in or out, and is narrowed to those left out', async () => {
    const page = await open('/lists/3')
    const row = page.getByRole('row', { name: /Отдых и оздоровление детей/ }).first()
    expect(await row.textContent()).toMatch(
      /не входитСамопроверка показала «В», нужно не ниже «Б». \(пункт 9\)Контактные данные.*\(пункт 14\)/,
    )
    await page.getByLabel('Входит ли в перечень').selectOption('false')
    await page.waitForURL(/admitted=false/)
    await page.getByRole('heading', { name: '16 объектов' }).waitFor()
    expect(await page.getByRole('link', { name: 'Скачать CSV' }).getAttribute('href')).toBe(
      '/api/certification/lists/3?admitted=false&format=csv',
    )
    const papers = page.getByRole('link', { name: /^Перечень документом: / })
    expect(await papers.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(
      ['docx', 'pdf', 'xlsx'].map((format) => `/api/certification/lists/3/paper?format=${format}`),
    )
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('Входит ли в перечень').inputValue()).toBe('false')
  })

  test('gives its reasons in English too', async () => {
    const page = await open('/lists/3?find=Отдых', { storageState: inEnglish(address()) })
    expect(await page.textContent('table')).toContain('The self-check shows “В”; no less than “Б” is needed. (point 9)')
  })

  test('shows what follows from the facts while they are changed, by keyboard alone', async () => {
    const page = await open('/lists/3?find=Отдых', { state: CURATOR })
    await tabTo(page, 'Отдых и оздоровление детей')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Отдых и оздоровление детей', exact: true })
    await focusOn(page, 'Самопроверка')
    await dialog.getByLabel('Самопроверка').selectOption('Б')
    await activate(page, 'Контакты по пункту 11 предоставлены', 'Space')
    expect(await dialog.getByRole('status').textContent()).toMatch(/входит.*Самопроверка показала «Б»/)
    await dialog.getByLabel('Исключение, закрытие или объединение').selectOption('closed')
    await activate(page, 'Сохранить')
    await dialog.getByText('Назовите акт, которым это решено').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByLabel('Правовой акт').fill('приказ от 01.02.2026 № 5')
    expect(await dialog.getByRole('status').textContent()).toContain('Подлежит закрытию в отчётном году: приказ')
    await dialog.getByLabel('Исключение, закрытие или объединение').selectOption('')
    await activate(page, 'Сохранить')
    await dialog.waitFor({ state: 'detached' })
    expect(byId(3)?.entries[1]?.year).toMatchObject({
      version: 2,
      facts: { selfCheck: 'Б', contacts: true, ending: null },
      admission: { admitted: true },
    })
  })

  test('keeps the facts that were typed where somebody else was faster', async () => {
    const page = await open('/lists/3?find=Отдых', { state: CURATOR })
    await page.getByRole('button', { name: 'Отдых и оздоровление детей', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Самопроверка').selectOption('А')
    const year = byId(3)?.entries[1]?.year
    if (year) year.version = 5
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.getByText('Ничего не сохранено: кто-то ещё изменил').waitFor()
    await dialog.getByText('Ваши правки остались в форме').waitFor()
    expect(await dialog.getByLabel('Самопроверка').inputValue()).toBe('А')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(byId(3)?.entries[1]?.year).toMatchObject({ version: 6, facts: { selfCheck: 'А' } })
  })

  test('is changed in many rows at once, each keeping the rest', async () => {
    const page = await open('/lists/3?find=Отдых', { state: CURATOR })
    await page.getByLabel('Выбрать все на странице').check()
    await page.getByText('выбрано 10 объектов').waitFor()
    await page.getByLabel('Выбрать все на странице').uncheck()
    await page.getByLabel('Выбрать: Отдых и оздоровление детей', { exact: true }).check()
    await page.getByLabel('Выбрать: Отдых и оздоровление детей, подуслуга № 14').check()
    await page.getByRole('button', { name: 'Изменить выбранные' }).click()
    const dialog = page.getByRole('dialog', { name: 'Изменить сведения: 2 объекта' })
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.getByText('Выберите хотя бы одно').waitFor()
    await dialog.getByLabel('Самопроверка').selectOption('А+')
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('выбрано 0 объектов').waitFor()
    const facts = [1, 13].map((index) => byId(3)?.entries[index]?.year?.facts)
    expect(facts).toMatchObject([
      { selfCheck: 'А+', contacts: false },
      { selfCheck: 'А+', contacts: true },
    ])
  })

  test('goes from the draft through publication to approval, and tells its history', async () => {
    const page = await open('/lists/3', { state: CURATOR })
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Опубликовать для замечаний' }).click()
    expect(await dialog.textContent()).toContain('входит 104, не входит 16')
    await dialog.getByRole('button', { name: 'Опубликовать для замечаний' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Подать на утверждение' }).click()
    await dialog.getByRole('button', { name: 'Подать на утверждение' }).click()
    await page.getByRole('button', { name: 'Отозвать' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Решение рабочей группы' }).count()).toBe(0)
    expect(await page.getByLabel('Выбрать все на странице').count()).toBe(0)

    const group = await open('/lists/3', { state: { ...GROUP, user: { id: '8', login: 'g', name: 'Семёнов Пётр' } } })
    await group.getByRole('button', { name: 'Утвердить' }).click()
    await group.getByText('Напишите номер протокола').waitFor()
    await group.getByLabel('Номер протокола').fill('2')
    await group.getByLabel('Дата протокола').fill('2026-12-01')
    await group.getByText('Протокол не может быть из будущего').waitFor()
    expect(await axeViolations(group)).toEqual([])
    await group.getByLabel('Дата протокола').fill('2026-11-20')
    await group.getByRole('button', { name: 'Утвердить' }).click()
    await group.getByText('Утверждён рабочей группой и больше не меняется').waitFor()
    const history = group.locator('section', { has: group.getByRole('heading', { name: 'Что было с редакцией' }) })
    expect(await history.textContent()).toMatch(
      /Составлена.*Возвращена с замечаниями.*Семёнов Пётр.*Опубликована.*Подана на утверждение.*Утверждена протоколом № 2 от 20.11.2026/s,
    )
  })

  test('is returned with remarks, which stand over the draft', async () => {
    const page = await open('/lists/4', { state: GROUP })
    await page.getByText('вошло 9 объектов, изменился 1 объект').waitFor()
    await page.getByText('Показать объекты').click()
    await page.getByRole('cell', { name: 'орган, уровень' }).waitFor()
    await page.getByRole('button', { name: 'Вернуть с замечаниями' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Вернуть', exact: true }).click()
    await dialog.getByText('Напишите хотя бы несколько слов').waitFor()
    await dialog.getByLabel('Замечания').fill('Нет адресов у сервисов')
    await dialog.getByRole('button', { name: 'Вернуть', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/^Замечания рабочей группы/).waitFor()
    expect(await page.textContent('main')).toMatch(/возвращён с замечаниями.*Замечания рабочей группы.*Нет адресов/s)
    const objects = await open('/lists/objects', { state: CURATOR })
    await objects.getByText('Нет адресов у сервисов').waitFor()
  })

  test('is not approved by who submitted it, who is told so', async () => {
    const page = await open('/lists/4', { state: { user: { id: '5', login: 'l', name: 'Лебедева Ольга' } } })
    expect(await page.textContent('main')).toContain('утвердить должен другой участник')
    expect(await page.getByRole('button', { name: 'Утвердить' }).isDisabled()).toBe(true)
    expect(await page.getByLabel('Номер протокола').isDisabled()).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    const overview = await open('/lists', { state: { user: { id: '5', login: 'l', name: 'Лебедева Ольга' } } })
    expect(await overview.textContent('main')).toContain('решает другой участник рабочей группы')
  })

  test('says why a step is refused when somebody was faster, and keeps what was typed', async () => {
    const page = await open('/lists/4', { state: GROUP })
    await page.getByLabel('Номер протокола').fill('7')
    await page.getByLabel('Дата протокола').fill('2026-11-20')
    Object.assign(byId(4) ?? {}, { state: 'withdrawn' })
    await page.getByRole('button', { name: 'Утвердить' }).click()
    await page.getByRole('alert').getByText('Редакция № 2: отозван.').waitFor()
    expect(await page.getByLabel('Номер протокола').inputValue()).toBe('7')
  })

  test('is only read by those who neither prepare nor approve', async () => {
    const page = await open('/lists/2', { state: READER })
    expect(await page.textContent('main')).toContain('Показаны объекты Вашей части системы.')
    expect(await page.getByRole('button', { name: /Опубликовать|Подать|Утвердить|Вернуть|актуализацию/ }).count()).toBe(
      0,
    )
    await page.getByRole('button', { name: 'Зачисление в школу', exact: true }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toMatch(/входит.*Самопроверка показала «А».*Пункт перечня МСЗУпункт 12/)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflowAt400Percent(page)).toEqual([])
  })

  test('that does not exist is told from a broken server', async () => {
    const page = await open('/lists/4242')
    expect(await page.textContent('h1')).toBe('Такой редакции нет')
    await page.getByRole('link', { name: 'К перечням' }).click()
    await page.waitForURL(/\/lists$/)
  })
})
