import { describe, expect, test } from 'vitest'
import type { Paper } from '../paper.ts'
import { CERTIFICATE, EVERYTHING, LONG_NAME, remarks, TABLE, wide } from '../papers.fixture.ts'
import { type SeenPage, seenPages } from '../pictures.fixture.ts'
import { renderPaper } from '../render.ts'
import { renderPdf } from './compiler.ts'

const made = '2026-11-30T09:15:00Z'
const paper = (more: Partial<Paper>): Paper => ({
  name: 'П',
  author: 'Орган',
  made,
  head: { title: 'Перечень' },
  blocks: [],
  ...more,
})
const seen = (of: Paper): Promise<SeenPage[]> => seenPages(renderPdf(of))

/** Nothing is printed in the margins but the mark and the line under the page. */
function expectWithinMargins({ width, height, ink }: SeenPage): void {
  const lies = width > height
  expect([Math.round(width), Math.round(height)]).toEqual(lies ? [297, 210] : [210, 297])
  expect(ink.left).toBeGreaterThanOrEqual((lies ? 20 : 30) - 0.6)
  expect(ink.right).toBeLessThanOrEqual(width - (lies ? 20 : 15) + 0.6)
  expect(ink.bottom).toBeLessThanOrEqual(height - 5)
}

test('every kind of block is there, in order, on pages that lie as asked and hold all ink', async () => {
  const pages = await seen(EVERYTHING)
  pages.forEach(expectWithinMargins)
  expect(pages.map(({ width, height }) => width > height)).toEqual([false, false, false, true, false])
  const text = pages.map((page) => page.text).join('\n')
  const inOrder = [
    'УТВЕРЖДЕНО',
    'Сводка обратной связи',
    '12,4\u00a0% (11,6–13,2)',
    '1. Показатели',
    'ЕПГУ',
    'Таблица 1. Показатели услуг',
    '41\u00a0204 12,4 11,6–13,2 4,21 30.11.2026',
    'Всего 43\u00a0203 11,9',
    'Рисунок 1. Доля отказов по месяцам',
    'апр нет данных нет данных 6,1',
    'Рисунок 2. Оценки по критериям',
    '1. Первое',
    '– а',
    'Опрос за период не проводился.',
    'https://otklik.example/r/1',
    'Таблица 3. Ответы по критериям',
    '(подпись) И. О. Фамилия',
  ]
  const places = inOrder.map((words) => text.indexOf(words))
  expect(
    places.every((place) => place >= 0),
    inOrder[places.indexOf(-1)],
  ).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  pages.forEach((page, at) => {
    expect(page.text).toContain('ДЛЯ ВНУТРИВЕДОМСТВЕННОГО ИСПОЛЬЗОВАНИЯ')
    expect(page.text).toContain(`a3f1c2d4e5b6 Стр. ${at + 1} из ${pages.length}`)
  })
})

test('nothing in the data is markup', async () => {
  const text = (await seen(EVERYTHING)).map((page) => page.text.replace(/\s+/g, ' ')).join(' ')
  expect(text).toContain('=HYPERLINK("http://evil") *жирно* _курсив_ $x^2$ #import <w:t>&amp; {{тег}} \\\\ ◊ -> fi')
})

test('the metadata tell the paper, and claim a PDF/A-2a with tags', () => {
  const text = Buffer.from(renderPdf(EVERYTHING)).toString('latin1')
  const tags = ['/H1', '/H2', '/THead', '/TH', '/TBody', '/Figure', '/Caption', '/LI', '/MarkInfo', '/Lang (ru-RU)']
  const claims = ['<pdfaid:part>2<', '<pdfaid:conformance>A<', '2026-11-30T09:15:00', EVERYTHING.hash ?? '']
  expect([...tags, ...claims].filter((wanted) => !text.includes(wanted))).toEqual([])
  expect(text.includes(new Date().toISOString().slice(0, 16))).toBe(false)
})

test('equal papers give equal bytes, also after another paper', () => {
  const first = Buffer.from(renderPdf(EVERYTHING))
  renderPdf(CERTIFICATE)
  expect(Buffer.compare(first, renderPdf(structuredClone(EVERYTHING)))).toBe(0)
  expect(Buffer.compare(first, renderPdf({ ...EVERYTHING, mark: 'Проект' }))).not.toBe(0)
})

describe('a long table', () => {
  test('repeats its head on every page and parts no row', async () => {
    const pages = await seen(paper({ orientation: 'landscape', blocks: [wide(120)] }))
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach(expectWithinMargins)
    for (const { text } of pages) expect(text).toContain('Время предоставления Вежливость Комфортность')
    const numbers = pages.map(({ text }) => [...text.matchAll(/^(\d+) (?:Услуга|Прием)/gm)].map(([, no]) => Number(no)))
    expect(numbers.flat()).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
    // The long name stands whole on the page of its number.
    for (const { text } of pages)
      expect(text.split('Прием заявлений').length).toBe(text.split('общего образования').length)
  })
  test('of long names and long remarks stays within the page', async () => {
    const rows = remarks(40).map((remark, at) => ({
      name: LONG_NAME,
      n: at * 1_000_000,
      share: 100,
      csi: 4,
      day: made,
      remark,
    }))
    const columns = [...TABLE.columns, { key: 'remark', title: 'Замечание' }]
    const pages = await seen(paper({ blocks: [{ ...TABLE, columns, rows }] }))
    pages.forEach(expectWithinMargins)
    expect(pages.at(-1)?.text).toContain('Замечание 40')
  })
})

test('forty remarks are listed whole', async () => {
  const pages = await seen(paper({ blocks: [{ kind: 'list', ordered: true, items: remarks(40) }] }))
  pages.forEach(expectWithinMargins)
  const text = pages.map((page) => page.text).join('\n')
  for (let at = 1; at <= 40; at++) expect(text).toContain(`${at}. Замечание ${at}:`)
})

test('a section without data says why', async () => {
  const { series: _, ...chart } = EVERYTHING.blocks.find((block) => block.kind === 'chart')!
  const empty = { ...chart, series: [{ name: 'а', values: [null, null] }] }
  const [page] = await seen(
    paper({ blocks: [{ kind: 'heading', level: 1, text: 'Опросы' }, { ...TABLE, rows: [] }, empty] }),
  )
  expect(page?.text).toContain(
    'Опросы\nТаблица 1. Показатели услуг\nУслуг нет.\nРисунок 1. Доля отказов по месяцам\nРешений за период не было.',
  )
})

test('a title page stands alone and has no number', async () => {
  const head = { organisation: 'Орган', title: 'Отчёт', lines: ['за 2026 год'], page: 'Белгород, 2026' }
  const [title, first] = await seen(paper({ head, blocks: [{ kind: 'text', text: 'Текст' }] }))
  expect(title?.text).toBe('Орган\nОтчёт\nза 2026 год\nБелгород, 2026')
  expect(first?.text).toContain('Стр. 2 из 2')
})

test('a poster is a page with its words where they were put', async () => {
  const [page, ...others] = await seen(CERTIFICATE)
  expect([others.length, page?.text.startsWith('СЕРТИФИКАТ')]).toEqual([0, true])
  expect(page?.ink).toMatchObject({ left: 8.5, right: 288 })
})

test.each([
  'https://www.gosuslugii.ru/600123/1/form?from=catalog&step=1',
  'наличие/отсутствие/наличие/отсутствие',
  '12345678901234567890123456789012345',
  'Ф'.repeat(60),
])('%s breaks within its width, and is read whole', async (word) => {
  const widths = Array.from({ length: 12 }, (_, at) => 24 + at * 0.7)
  const blocks = widths.map((width) => ({
    kind: 'poster' as const,
    items: [{ x: 20, y: 20, width, size: 10, text: word }],
  }))
  const pages = await seen(paper({ blocks }))
  for (const [at, { ink, text }] of pages.entries()) {
    expect(ink.right).toBeLessThanOrEqual(20 + (widths[at] ?? 0) + 0.5)
    expect(text.replace(/\s/g, '')).toBe(word)
  }
})

test('for people who hear papers it is a PDF/UA-1', async () => {
  const text = Buffer.from(renderPdf(EVERYTHING, { access: true })).toString('latin1')
  expect(['<pdfuaid:part>1<', '/Lang (ru-RU)'].filter((wanted) => !text.includes(wanted))).toEqual([])
  expect((await renderPaper(EVERYTHING, 'pdf', { access: true })).length).toBe(text.length)
})

test('a paper that cannot be set says why', () => {
  expect(() => renderPdf({ ...EVERYTHING, made: 'вчера' })).toThrow(/Typst: .*expected integer/)
})
