import { describe, expect, test } from 'vitest'
import { axeViolations, overflowAt400Percent } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { useDesk } from './support/desk.ts'
import { ANALYST, INTERVIEWER, MINISTRY } from './support/fixtures/memberships.ts'
import { activate, focusOn } from './support/keyboard.ts'

const OUT = { signedIn: false }

describe('the ways in', () => {
  const { open, state } = useDesk()
  const enter = async (page: Awaited<ReturnType<typeof open>>) => {
    await page.getByLabel('Имя для входа').fill('admin')
    await page.getByLabel('Пароль', { exact: true }).fill('правильный пароль')
    await page.keyboard.press('Enter')
  }

  test('after the password a code is asked for, and a reload does not lose the step', async () => {
    const page = await open('/sign-in?back=/packages', { state: { ...OUT, hasSecondFactor: true } })
    await enter(page)
    const code = page.getByLabel('Код из приложения')
    await code.waitFor()
    expect(await code.getAttribute('autocomplete')).toBe('one-time-code')
    await page.reload()
    await code.fill('000000')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').textContent()).toContain('Код не подошёл')
    expect(await axeViolations(page)).toEqual([])
    await code.fill('123456')
    await page.keyboard.press('Enter')
    // Not by the end of the address: that of the step before ends the same, and a code still on its way would let the next test in.
    await page.waitForURL((url) => url.pathname === '/packages')
  })

  test('a lost phone: a recovery code, by keyboard alone', async () => {
    const page = await open('/sign-in', { state: { ...OUT, hasSecondFactor: true } })
    await enter(page)
    await focusOn(page, 'Код из приложения')
    await activate(page, 'Нет телефона: код восстановления')
    await focusOn(page, 'Код восстановления')
    await page.keyboard.type('abcd-efgh-jkmn')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
  })

  test('one may begin again under another name', async () => {
    const page = await open('/sign-in', { state: { ...OUT, hasSecondFactor: true } })
    await enter(page)
    await page.getByRole('button', { name: 'Войти под другим именем' }).click()
    await page.getByLabel('Пароль', { exact: true }).waitFor()
    expect(state().secondFactor).toBe(false)
  })

  test('the outside system has a button of its own, and its refusal a sentence', async () => {
    const page = await open('/sign-in?trouble=denied&back=/services', { state: { ...OUT, outside: 'ЕСИА-шлюз' } })
    expect(await page.getByRole('alert').textContent()).toBe(
      'Внешняя система не подтвердила вход. Попробуйте ещё раз или войдите с паролем.',
    )
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Войти через «ЕСИА-шлюз»' }).click()
    await page.waitForURL(/icon\.svg$/)
    const unknown = await open('/sign-in?trouble=%3Cimg%20src=x%3E', { state: OUT })
    expect(await unknown.getByRole('alert').textContent()).toMatch(/^Войти через внешнюю систему не удалось/)
  })

  test('a forgotten password: by mail where there is mail, else whom to ask', async () => {
    const without = await open('/sign-in', { state: OUT })
    expect(await without.textContent('main')).toContain('Обратитесь к администратору Вашей организации')
    const page = await open('/sign-in', { state: { ...OUT, mail: true } })
    await page.getByRole('link', { name: 'Забыли пароль?' }).click()
    // The page before has a field of the same name.
    await page.getByRole('button', { name: 'Прислать ссылку' }).waitFor()
    await page.getByLabel('Имя для входа').fill('anna')
    await page.getByRole('button', { name: 'Прислать ссылку' }).click()
    expect(await page.getByRole('status').textContent()).toContain('Если такое имя есть')
    expect(await axeViolations(page)).toEqual([])
  })

  test('the link of the letter takes a new password, and its key leaves the address', async () => {
    const page = await open('/password-reset#ключ', { state: { ...OUT, mail: true } })
    await page.waitForURL((url) => url.hash === '')
    await page.getByLabel('Новый пароль').fill('коротко')
    expect(await page.textContent('main')).toContain('Пароль короче 12 знаков')
    await page.getByLabel('Новый пароль').fill('корова летит на юг')
    await page.getByRole('button', { name: 'Сохранить пароль' }).click()
    expect(await page.getByRole('status').textContent()).toContain('прежние входы закрыты')
    await page.getByRole('link', { name: 'Ко входу' }).click()
    await page.getByLabel('Пароль', { exact: true }).waitFor()
    const old = await open('/password-reset#старый', { state: OUT })
    await old.getByLabel('Новый пароль').fill('корова летит на юг')
    await old.getByRole('button', { name: 'Сохранить пароль' }).click()
    expect(await old.getByRole('alert').textContent()).toContain('Ссылка уже использована')
  })

  test('an invitation says who is invited and where, and lets in', async () => {
    const page = await open('/invitation#ключ', { state: { ...OUT, outside: 'ЕСИА-шлюз' } })
    await page.getByText('Мария Петрова, Вас пригласили').waitFor()
    expect(await page.textContent('main')).toContain(`Аналитик органа – ${ANALYST.organisation.name}`)
    expect(new URL(page.url()).hash).toBe('')
    expect(await axeViolations(page)).toEqual([])
    await page.getByLabel('Имя для входа').fill('petrova')
    await page.getByLabel('Пароль', { exact: true }).fill('корова летит на юг')
    await page.getByRole('button', { name: 'Принять приглашение' }).click()
    await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
    expect(await page.textContent('header')).toContain('Мария ПетроваАналитик органа · Министерство образования')
    expect(problemsOf(page)).toEqual([])
    expect(await overflowAt400Percent(page)).toEqual([])
  })

  test('a used invitation and one without its key say what to do', async () => {
    const used = await open('/invitation#старый', { state: OUT })
    expect(await used.getByRole('alert').textContent()).toContain('Ссылка уже использована')
    const cut = await open('/invitation', { state: OUT })
    expect(await cut.textContent('main')).toContain('В адресе нет ключа приглашения')
  })
})

describe('roles', () => {
  const { open, state } = useDesk()

  test('one switches the role by keyboard; the desk starts anew with what that role may', async () => {
    const page = await open('/register', {
      state: { membership: ANALYST, memberships: [ANALYST, MINISTRY], rights: ['progress.read', 'register.read'] },
    })
    expect(await page.textContent('nav')).toBe(
      'ПоказателиОбзорГлавноеУслугиПочему изменилосьИзмененияСрокиНастройкиРеестрКалендарьМой доступ',
    )
    await page.getByRole('button', { name: /Администратор/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: /Представитель МЭР/ }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    // The document of the former role goes: what is clicked before that is clicked in a page that is leaving.
    await page.evaluate(() => document.documentElement.setAttribute('data-former', ''))
    await page.getByRole('menuitemradio', { name: /Представитель МЭР/ }).press('Enter')
    await page.waitForSelector('html:not([data-former]) nav')
    await page.waitForURL(/\/leader$/)
    expect(state().membership).toEqual(MINISTRY)
    await page.getByRole('link', { name: 'Журнал' }).waitFor()
    // The overview is one of its places all the same.
    await page.getByRole('link', { name: 'Обзор' }).click()
    await page.waitForURL(/\/$/)
  })

  test('a role that was withdrawn or switched elsewhere is noticed when one comes back to the page', async () => {
    const page = await open('/register', { state: { membership: ANALYST, memberships: [ANALYST] } })
    Object.assign(state(), { membership: INTERVIEWER, memberships: [INTERVIEWER], rights: [] })
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await page.waitForURL(/\/access$/)
    expect(await page.textContent('nav')).toBe('ИзмененияСрокиНастройкиМой доступ')
  })

  test('a role that was taken away a moment ago is not acted in, and the menu forgets it', async () => {
    const page = await open('/register', { state: { membership: ANALYST, memberships: [ANALYST, MINISTRY] } })
    await page.getByRole('button', { name: /Администратор/ }).click()
    state().memberships = [ANALYST]
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/api/session'))
    await page.getByRole('menuitemradio', { name: /Представитель МЭР/ }).click()
    await asked
    await page.getByRole('button', { name: /Администратор/ }).click()
    await page.getByRole('menuitem', { name: 'Выйти' }).waitFor()
    await expect.poll(() => page.getByRole('menuitem').allTextContents()).toEqual(['Мой доступ', 'Выйти'])
    expect(new URL(page.url()).pathname).toBe('/register')
  })

  test('the place at hand is seen on a narrow screen', async () => {
    const page = await open('/access', { viewport: { width: 390, height: 800 } })
    const here = page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Мой доступ' })
    await page.waitForFunction(() => (document.querySelector('nav')?.scrollLeft ?? 0) > 0)
    const box = await here.boundingBox()
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
  })

  test('with one role there is nothing to switch', async () => {
    const page = await open('/register')
    await page.getByRole('button', { name: /Администратор/ }).click()
    await page.getByRole('menuitem', { name: 'Выйти' }).waitFor()
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Мой доступ', 'Выйти'])
  })
})
