import { describe, expect, test } from 'vitest'
import { axeViolations, darkViolations, overflowAt400Percent } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { useDesk } from './support/desk.ts'
import { ANALYST, INTERVIEWER, MINISTRY } from './support/fixtures/memberships.ts'
import { activate } from './support/keyboard.ts'

describe('«Мой доступ»', () => {
  const { open, state } = useDesk()

  test('says what the roles allow, where, and whose data are seen', async () => {
    const page = await open('/access', {
      state: {
        membership: ANALYST,
        memberships: [ANALYST, MINISTRY],
        everything: false,
        rights: ['progress.read'],
        outside: 'ЕСИА-шлюз',
        hasSecondFactor: true,
        identities: [
          {
            id: '5',
            issuer: 'https://id.example.org/очень/длинный/адрес/поставщика',
            linkedAt: '2026-03-01T09:00:00Z',
          },
        ],
      },
    })
    const roles = page.getByRole('region', { name: 'Мои роли' })
    expect(await roles.textContent()).toMatch(/Аналитик органадействует сейчасМинистерство образования/)
    await roles
      .getByText(/Разрешено \d+ действи/)
      .last()
      .click()
    expect(await roles.textContent()).toContain('смотреть число респондентов по органам')
    const reach = page.getByRole('region', { name: 'Чьи данные видны' })
    expect(await reach.textContent()).toContain('Своя часть системы – 4 организации.')
    expect(await reach.textContent()).toContain('и ещё 3')
    expect(await axeViolations(page)).toEqual([])
    expect(await darkViolations(page)).toEqual([])
    expect(await overflowAt400Percent(page)).toEqual([])
    await page.getByRole('button', { name: 'Действовать: Представитель МЭР' }).click()
    await page.waitForURL(/\/leader$/)
    expect(problemsOf(page)).toEqual([])
  })

  test('a demanded second factor leads here from everywhere and is set up by keyboard', async () => {
    const page = await open('/register', { state: { mustEnrol: true, rights: [] } })
    expect(new URL(page.url()).pathname).toBe('/access')
    expect(await page.getByRole('status').first().textContent()).toContain('Ваша роль требует второго фактора')
    expect(await page.textContent('nav')).toBe('ИзмененияСрокиНастройкиМой доступ')
    await activate(page, 'Подключить второй фактор')
    await page.getByRole('dialog').waitFor()
    await page.getByLabel('Нынешний пароль').fill('правильный пароль')
    await page.keyboard.press('Enter')
    const picture = page.getByRole('img', { name: /QR-код/ })
    await picture.waitFor()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50)
    expect(await page.getByRole('dialog').textContent()).toContain('JBSW Y3DP EHPK 3PXP')
    expect(await axeViolations(page)).toEqual([])
    await page.getByLabel('Код из приложения').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Код из приложения').fill('123456')
    await page.keyboard.press('Enter')
    const codes = page.getByRole('list', { name: 'Коды восстановления' })
    await codes.waitFor()
    expect(await codes.getByRole('listitem').count()).toBe(4)
    expect(await axeViolations(page)).toEqual([])
    // On paper the codes stand alone.
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#root').isVisible()).toBe(false)
    expect(await codes.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await activate(page, 'Коды сохранены')
    await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Реестр', exact: true }).waitFor()
    expect(await page.content()).not.toContain('abcd-efgh')
    expect(problemsOf(page).filter((line) => !line.includes('401'))).toEqual([])
  })

  test('the codes are renewed and the factor is turned off with a code', async () => {
    const page = await open('/access', { state: { hasSecondFactor: true } })
    expect(await page.textContent('main')).toContain('Осталось 3 кода восстановления.')
    await page.getByRole('button', { name: 'Новые коды восстановления' }).click()
    await page.getByLabel('Код из приложения').fill('123456')
    await page.getByRole('button', { name: 'Получить коды' }).click()
    await page.getByRole('button', { name: 'Коды сохранены' }).click()
    await page.getByRole('button', { name: 'Отключить второй фактор' }).click()
    await page.getByLabel('Код из приложения').fill('123456')
    await page.getByRole('dialog').getByRole('button', { name: 'Отключить' }).click()
    await page.getByText('Не подключён').waitFor()
    expect(state().hasSecondFactor).toBe(false)
  })

  test('the password is changed with the present one; the other sessions close', async () => {
    const page = await open('/access')
    await page.getByRole('button', { name: 'Сменить пароль' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('Нынешний пароль').getAttribute('autocomplete')).toBe('current-password')
    expect(await dialog.getByLabel('Новый пароль').getAttribute('autocomplete')).toBe('new-password')
    await dialog.getByLabel('Нынешний пароль').fill('не тот')
    await dialog.getByLabel('Новый пароль').fill('корова летит на юг')
    await page.keyboard.press('Enter')
    expect(await dialog.getByRole('alert').textContent()).toContain('Нынешний пароль введён неверно')
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByLabel('Нынешний пароль').fill('правильный пароль')
    await page.keyboard.press('Enter')
    await page.getByText('Пароль изменён, остальные входы закрыты.').waitFor()
    expect(state().sessions.length).toBe(1)
  })

  test('a session one does not know is closed; what a browser calls itself is only text', async () => {
    const page = await open('/access')
    const table = page.getByRole('region', { name: 'Где я сейчас вошёл' }).last()
    expect(await table.textContent()).toContain('Firefox 145, Linux')
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    await page.getByRole('button', { name: /^Закрыть вход: .*2001:db8/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть вход' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(state().sessions.map(({ id }) => id)).toEqual(['11'])
  })

  test('an account of another system is linked and let go', async () => {
    const page = await open('/access', {
      state: {
        outside: 'ЕСИА-шлюз',
        identities: [{ id: '5', issuer: 'Прежний шлюз', linkedAt: '2026-03-01T09:00:00Z' }],
      },
    })
    await page.getByRole('button', { name: 'Отвязать: Прежний шлюз' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Отвязать' }).click()
    await page.getByText('Не привязан.').waitFor()
    await page.getByRole('button', { name: 'Привязать «ЕСИА-шлюз»' }).click()
    await page.waitForURL(/icon\.svg$/)
    const back = await open('/access?trouble=taken')
    expect(await back.getByRole('alert').textContent()).toContain('уже привязана к другому человеку')
  })

  test('without rights, and without a role, one learns what to do', async () => {
    const interviewer = await open('/', { state: { membership: INTERVIEWER, memberships: [INTERVIEWER], rights: [] } })
    expect(new URL(interviewer.url()).pathname).toBe('/access')
    expect(await interviewer.textContent('main')).toContain('Ваша роль не открывает разделов')
    const nobody = await open('/', { state: { membership: null, memberships: [], rights: [], everything: false } })
    expect(await nobody.textContent('main')).toContain('У Вас пока нет роли')
    expect(await nobody.textContent('main')).toContain('ничьих данных не видно')
    expect(await axeViolations(nobody)).toEqual([])
  })
})
