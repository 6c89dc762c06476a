import { describe, expect, test } from 'vitest'
import { axeViolations } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { settled, useDesk } from './support/desk.ts'
import { activate } from './support/keyboard.ts'

describe('a survey', () => {
  const { open, state } = useDesk()

  test('is paused after a question, and its links are made at once', async () => {
    const page = await open('/surveys/school-2026')
    await activate(page, 'Приостановить')
    const dialog = page.getByRole('dialog', { name: 'Приостановить' })
    await dialog.getByRole('button', { name: 'Приостановить' }).click()
    await page.getByRole('button', { name: 'Продолжить' }).waitFor()
    expect(state().campaigns[0]?.state).toBe('paused')
    await page.getByRole('button', { name: 'Создать ссылки' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Создать', exact: true }).click()
    await page.getByText('Создано ссылок: 2, уже было: 3.').waitFor()
  })

  test('shows its course and its results, clean for axe', async () => {
    const page = await open('/surveys/school-2026?tab=live')
    expect(await page.textContent('main')).toMatch(/318 из 1.000.*71,4.%.*Отказы – заполнена/s)
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Итоги' }).click()
    await page.getByText('4,13 (4,01–4,25)').waitFor()
    await page.getByLabel('Сравнить по').selectOption({ label: 'Сравнить подразделения' })
    await page.getByText(/слишком мало ответов.*МФЦ Южный/).waitFor()
    await page.getByLabel('Канал', { exact: true }).selectOption({ label: 'стол МФЦ' })
    await page.waitForURL(/ofChannel=mfc/)
    await settled(page)
    expect(await axeViolations(page)).toEqual([])
    expect(problemsOf(page)).toEqual([])
  })

  test('lets single answers be seen by those who may', async () => {
    const page = await open('/surveys/school-2026?tab=answers')
    await page.getByRole('button', { name: /22\.11\.2026/ }).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('2', { exact: true }).waitFor()
    const other = await open('/surveys/school-2026', { state: { rights: ['surveys.read'] } })
    expect(await other.getByRole('tab', { name: 'Ответы' }).count()).toBe(0)
    expect(await other.getByRole('button', { name: 'Приостановить' }).count()).toBe(1)
  })
})

describe('feedback', () => {
  const { open, state } = useDesk()

  test('is answered with a sentence, its contact opened and erased, and published', async () => {
    const page = await open('/feedback')
    await page.getByRole('link', { name: 'Верните запись по телефону.' }).click()
    await page.getByRole('button', { name: 'Показать контакт' }).click()
    await page.getByRole('dialog').getByText('maria@example.ru').waitFor()
    await page.keyboard.press('Escape')
    await activate(page, 'Меры приняты')
    const dialog = page.getByRole('dialog', { name: 'Меры приняты' })
    await dialog.getByRole('button', { name: 'Записать и ответить' }).click()
    await dialog.getByText('не короче 20 знаков').waitFor()
    await dialog.getByLabel('Ответ автору').fill('Номер снова отвечает с восьми до восьми.')
    await dialog.getByRole('button', { name: 'Записать и ответить' }).click()
    await page.getByRole('button', { name: 'Опубликовать' }).click()
    await page.getByRole('dialog').getByLabel('О чём сказали люди').fill('Не дозвониться')
    await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать' }).click()
    await page.getByText('«Не дозвониться»').waitFor()
    expect(state().feedback[1]).toMatchObject({ state: 'done', isPublished: true })
    expect(await axeViolations(page)).toEqual([])
    expect(problemsOf(page)).toEqual([])
  })
})

describe('a questionnaire', () => {
  const { open, state } = useDesk()
  const own = () => state().questionnaires[0]

  test('is edited by keyboard: a question is written, moved and saved', async () => {
    const page = await open('/questionnaires/own.school')
    await activate(page, 'Добавить вопрос')
    await page.getByLabel('Текст вопроса').fill('Сколько дней Вы ждали?')
    await page.getByLabel('Вид вопроса').selectOption({ label: 'число' })
    await activate(page, 'Выше')
    await page.keyboard.press('Control+KeyS')
    await page.getByText('Всё сохранено').waitFor()
    expect(JSON.stringify(own()?.document)).toContain('"type":"number","text":{"ru":"Сколько дней Вы ждали?"}')
    expect(await axeViolations(page)).toEqual([])
    expect(problemsOf(page)).toEqual([])
  })

  test('shows what the check has found at its place, and is not published with errors', async () => {
    const page = await open('/questionnaires/own.school')
    await page.getByRole('button', { name: /Почему отказали/ }).click()
    await page.getByText(/в вопросе .*Нет, был отказ/).waitFor()
    await page.getByLabel('Текст вопроса').fill('')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText(/Ошибок: 1/).waitFor()
    await page.getByRole('group', { name: 'Замечания к этому месту' }).waitFor()
    expect(await page.getByRole('button', { name: 'Опубликовать' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Отменить правку' }).click()
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await activate(page, 'Опубликовать')
    await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать' }).click()
    await page.getByRole('button', { name: 'Начать новую редакцию' }).waitFor()
  })

  test('keeps what was typed when somebody else was faster, and over a reload', async () => {
    const page = await open('/questionnaires/own.school')
    state().questionnaires = state().questionnaires.map((one) => ({
      ...one,
      versions: one.versions.map((version) => ({ ...version, revision: version.revision + 1 })),
    }))
    await page.getByLabel('Название', { exact: true }).fill('Моя правка')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Ваш текст на месте').waitFor()
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('Название', { exact: true }).inputValue()).toBe('Моя правка')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('button', { name: 'Сохранить моё' }).click()
    await page.getByText('Всё сохранено').waitFor()
    expect(JSON.stringify(own()?.document)).toContain('Моя правка')
  })
})
