import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { axeViolations, overflowAt400Percent } from './accessibility.ts'
import { problemsOf, screenshot, useBrowser } from './browser.ts'
import { activate, tabTo } from './keyboard.ts'

const page = (body: string, style = '') =>
  `data:text/html;charset=utf-8,${encodeURIComponent(
    `<!doctype html><html lang="ru"><head><title>Проверка</title><style>body{font:16px sans-serif}${style}</style></head>` +
      `<body><main>${body}</main></body></html>`,
  )}`

const FORM = `<h1>Ход предоставления услуг: «Зачисление в школу» № 5</h1><p>Отказано 12,4 % – ёлка, Ё, ₽, √</p>
  <button type="button">Первая</button>
  <button type="button" onclick="document.querySelector('output').textContent='Открыто'">Открыть заявления</button>
  <output></output>`

describe('the browser of the tests', () => {
  const { openPage } = useBrowser()

  test('draws Cyrillic letters, each with a shape of its own', async () => {
    const opened = await openPage(page(FORM))
    const picture = readFileSync(await screenshot(opened, 'support-cyrillic'))
    expect(picture.length).toBeGreaterThan(5_000)
    const widths = await opened.evaluate(() => {
      const ink = document.createElement('canvas').getContext('2d')
      if (ink === null) return []
      ink.font = '40px sans-serif'
      return ['Щ', 'Г', 'ё', 'ж'].map((letter) => Math.round(ink.measureText(letter).width))
    })
    // Missing letters are all drawn as the same box.
    expect(new Set(widths).size).toBe(4)
    expect(problemsOf(opened)).toEqual([])
  })

  test('speaks Russian, keeps to Moscow time and to the asked colours', async () => {
    const opened = await openPage(page('<h1>Цвета</h1>'), { colorScheme: 'dark' })
    const seen = await opened.evaluate(() => ({
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    }))
    expect(seen).toEqual({ language: 'ru-RU', zone: 'Europe/Moscow', dark: true })
  })

  test('keeps two pages apart', async () => {
    const [first, second] = [await openPage(page('<h1>Один</h1>')), await openPage(page('<h1>Два</h1>'))]
    expect(await first.textContent('h1')).toBe('Один')
    expect(await second.textContent('h1')).toBe('Два')
  })

  test('reports what went wrong in a page', async () => {
    const opened = await openPage(page('<h1>Сбой</h1><script>console.error("так"); null.x</script>'))
    expect(problemsOf(opened)).toEqual([expect.stringMatching(/^console: так/), expect.stringMatching(/^uncaught: /)])
  })

  test('axe finds what is hard to read, and nothing where nothing is wrong', async () => {
    expect(await axeViolations(await openPage(page(FORM)))).toEqual([])
    const pale = await axeViolations(await openPage(page('<h1>Бледно</h1><p>Текст</p>', 'p{color:#bbb}')))
    expect(pale).toEqual([expect.stringContaining('color-contrast')])
  })

  test('axe looks at one of the rows that are made alike, and at every other one', async () => {
    const row = (name: string) => `<tr><td class="${name}">Услуга</td></tr>`
    const rows = ['pale', 'pale', 'plain', 'plain', 'paler'].map(row).join('')
    const table = `<h1>Список</h1><table><thead><tr><th scope="col">Имя</th></tr></thead><tbody>${rows}</tbody></table>`
    const found = await axeViolations(await openPage(page(table, '.pale{color:#bbb}.paler{color:#ccc}')))
    expect(found).toEqual([expect.stringContaining('color-contrast'), expect.stringContaining('.paler')])
  })

  test('axe looks at an open dialog, not at the screen behind it', async () => {
    const dialog = '<div role="dialog" aria-modal="true" aria-label="Правка"><p class="paler">Окно</p></div>'
    const found = await axeViolations(
      await openPage(page(`<h1>Список</h1><p class="pale">Текст</p>${dialog}`, '.pale{color:#bbb}.paler{color:#ccc}')),
    )
    expect(found).toEqual([expect.stringContaining('.paler')])
  })

  test('finds what does not fit at 400 %', async () => {
    expect(await overflowAt400Percent(await openPage(page(FORM)))).toEqual([])
    const wide = page(
      '<h1>Широко</h1><p class="w">Строка</p><div style="overflow-x:auto"><p class="w">В рамке</p></div>',
      '.w{width:900px}',
    )
    expect(await overflowAt400Percent(await openPage(wide))).toEqual(['<p> Строка'])
  })

  test('goes by keyboard alone', async () => {
    const opened = await openPage(page(FORM))
    await activate(opened, 'Открыть заявления')
    expect(await opened.textContent('output')).toBe('Открыто')
    await expect(tabTo(opened, 'Нет такой', 5)).rejects.toThrow(/met: .*Первая/)
  })

  test('sees a focus that is not shown', async () => {
    const opened = await openPage(page('<button>Без рамки</button>', ':focus{outline:none}'))
    await expect(tabTo(opened, 'Без рамки')).rejects.toThrow(/can't see/)
  })
})
