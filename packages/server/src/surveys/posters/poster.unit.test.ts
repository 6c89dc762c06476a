import { expect, test } from 'vitest'
import { renderPaper } from '../../platform/papers/index.ts'
import { seenPages } from '../../platform/papers/pictures.fixture.ts'
import { posterOf, type PosterText } from './poster.ts'

const said: PosterText = {
  authority: 'Министерство',
  title: 'Как вас приняли',
  about: ['Пособие', 'Окно 1'],
  url: 'https://otklik.test/r/priyom/a1b2c3',
  closed: null,
  minutes: 3,
}
const printed = async (text: PosterText) => {
  const paper = { name: 'Плакат', author: 'Орган', made: '2026-11-22T00:00:00Z', head: { title: 'Плакат' } }
  const pages = await seenPages(await renderPaper({ ...paper, blocks: [posterOf(text)] }, 'pdf'))
  return pages.map((page) => ({ ...page, text: page.text.replace(/\s+/g, ' ') }))
}

test('a poster is one A4 that says who asks, about what, where, and that nobody is named', async () => {
  const [page, ...more] = await printed(said)
  expect(more).toEqual([])
  expect([Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)]).toEqual([210, 297])
  for (const words of [
    'Министерство',
    'Пособие',
    'Окно 1',
    'otklik.test/r/priyom/a1b2c3',
    'анонимный',
    'Это не обращение',
  ])
    expect(page?.text).toContain(words)
})

test('the code is 40 mm at least, and a long address still stands in one line', async () => {
  const code = posterOf(said).items.find((item) => 'qr' in item)
  expect(code?.width).toBeGreaterThanOrEqual(40)
  const url = `https://${'a'.repeat(30)}.example.gov.ru/r/${'b'.repeat(20)}/k3j9xq`
  const [page] = await printed({ ...said, url })
  expect(page?.text).toContain(url.slice('https://'.length))
})

test('of a closed link it says so, and why', async () => {
  const [page] = await printed({ ...said, closed: 'Окно переехало' })
  expect(page?.text).toContain('Ссылка закрыта: Окно переехало')
})
