import { describe, expect, test } from 'vitest'
import { axeViolations } from './support/accessibility.ts'
import { settled, useDesk } from './support/desk.ts'

describe('who comes in', () => {
  const { open, state, address } = useDesk()

  test('a link leads through the sign-in to where it pointed', async () => {
    const page = await open('/requests?counted=refused', { state: { signedIn: false } })
    expect(await page.textContent('h1')).toBe('Вход')
    await page.getByLabel('Имя для входа').fill('admin')
    await page.getByLabel('Пароль', { exact: true }).fill('не тот')
    await page.getByRole('button', { name: 'Войти' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Имя или пароль не подходят.')
    await page.getByLabel('Пароль', { exact: true }).fill('правильный пароль')
    await page.getByRole('button', { name: 'Войти' }).click()
    await page.waitForURL(/\/requests\?counted=refused/)
    await settled(page)
  })

  test('an address of another site is not followed after the sign-in', async () => {
    const page = await open('/sign-in?back=//evil.example/', { state: { signedIn: false } })
    await page.getByLabel('Имя для входа').fill('admin')
    await page.getByLabel('Пароль', { exact: true }).fill('правильный пароль')
    await page.getByRole('button', { name: 'Войти' }).click()
    await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
    expect(new URL(page.url()).hostname).toBe('127.0.0.1')
  })

  test('a link put whole into the address of a page that was opened without its key is read', async () => {
    const page = await open('/first-start', { state: { signedIn: false, firstStart: true } })
    expect(await page.textContent('main')).toContain('В адресе нет ключа первого запуска.')
    await page.goto(`${address()}/first-start#ключ`)
    await page.getByLabel('Имя для входа').waitFor()
    expect(page.url()).toBe(`${address()}/first-start`)
  })

  test('the first administrator is made by the link', async () => {
    const page = await open('/first-start#ключ', { state: { signedIn: false, firstStart: true } })
    await page.getByLabel('Имя и фамилия').fill('Анна Иванова')
    await page.getByLabel('Имя для входа').fill('anna')
    await page.getByLabel('Пароль', { exact: true }).fill('коротко')
    await page.getByLabel('Пароль ещё раз').fill('другое')
    await page.getByRole('button', { name: 'Завести администратора' }).click()
    expect(await page.textContent('main')).toContain('Пароли различаются')
    expect(await axeViolations(page)).toEqual([])
    await page.getByLabel('Пароль', { exact: true }).fill('корова летит на юг')
    await page.getByLabel('Пароль ещё раз').fill('корова летит на юг')
    await page.getByRole('button', { name: 'Завести администратора' }).click()
    await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
    expect(page.url()).not.toContain('#')
  })

  test('a session that ended asks for the sign-in again', async () => {
    const page = await open('/services')
    state().signedIn = false
    await page.getByRole('link', { name: 'Запросы', exact: true }).click()
    await page.waitForURL(/sign-in\?back=/)
  })

  test('one signs out', async () => {
    const page = await open('/')
    await page.getByRole('button', { name: 'Администратор' }).click()
    await page.getByRole('menuitem', { name: 'Выйти' }).click()
    await page.waitForURL(/\/sign-in$/)
    expect(state().signedIn).toBe(false)
  })

  test('language and colours are remembered', async () => {
    const page = await open('/')
    await page.getByRole('button', { name: 'Язык / Language' }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Where are refusals and errors more frequent than before?' }).waitFor()
    await page.getByRole('button', { name: 'Colours' }).click()
    await page.getByRole('menuitem', { name: 'Dark' }).click()
    await page.reload()
    await settled(page)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await page.getAttribute('html', 'data-mantine-color-scheme')).toBe('dark')
  })
})
