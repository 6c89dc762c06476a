import type { ListEdition, ListEntry } from '@otklik/model/certification/api'
import { describe, expect, test } from 'vitest'
import { seenPages } from '../../platform/papers/pictures.fixture.ts'
import { renderPaper, type Table } from '../../platform/papers/index.ts'
import { listPaper } from './paper.ts'

const act = (at: string) => ({ by: 'Куратор', at })
const edition = (more: Partial<ListEdition> = {}): ListEdition => ({
  id: 1,
  kind: 'single',
  year: null,
  number: 2,
  state: 'approved',
  base: null,
  counts: { entries: 2, admitted: 2, leftOut: 0 },
  created: act('2026-11-20T09:00:00.000Z'),
  published: null,
  submitted: act('2026-11-22T09:00:00.000Z'),
  approved: { ...act('2026-12-01T21:30:00.000Z'), protocolNumber: '12-РГ', protocolDate: '2026-11-30' },
  returned: null,
  withdrawn: null,
  allowed: [],
  ...more,
})
const entry = (more: Partial<ListEntry> = {}): ListEntry => ({
  id: 1,
  object: 17,
  name: 'Прием заявлений о зачислении в государственные и муниципальные образовательные организации',
  kind: 'typical',
  category: 'услуга',
  typical: true,
  authority: 'Министерство образования',
  region: '31',
  service: '1000000001',
  address: null,
  level: 70,
  validFrom: '2026-03-15',
  validTo: '2029-03-14',
  year: null,
  ...more,
})
const facts = {
  selfCheck: 'А+' as const,
  form: 'open' as const,
  ending: null,
  roadMapFailed: false,
  contacts: true,
  access: true,
  mass: null,
}
const ofYear = (selfCheck: 'А+' | null): ListEntry['year'] => ({
  version: 1,
  facts: { ...facts, selfCheck },
  admission: { admitted: true, grounds: [], reasons: [] },
})
const tableOf = (paper: ReturnType<typeof listPaper>) => paper.blocks[0] as Table

describe('the single list', () => {
  const paper = listPaper(
    edition(),
    [entry(), entry({ typical: false, level: null, validFrom: null, validTo: null, authority: null })],
    true,
  )

  test('says what пункт 7 asks for, in its words', () => {
    expect(tableOf(paper).columns.map(({ title, group }) => group ?? title)).toEqual([
      '№ п/п',
      'Наименование объекта сертификации',
      'Сведения о наличии/отсутствии объекта сертификации в перечне типовых государственных и муниципальных услуг',
      'Категория объекта сертификации (услуга, сервис)',
      'Наименование уполномоченного органа или организации',
      'Интегральный уровень соответствия объекта сертификации принципам и стандартам клиентоцентричности (при наличии), %',
      'Период действия сертификата (при наличии)',
      'Период действия сертификата (при наличии)',
    ])
    expect(tableOf(paper).rows.map(({ no, typical }) => [no, typical])).toEqual([
      [1, 'наличие'],
      [2, 'отсутствие'],
    ])
  })
  test('tells by whom it was approved, and is dated by that moment in Moscow', () => {
    expect(paper.mark).toBeUndefined()
    expect(paper.head.approval?.at(-1)).toBe('(протокол от 30.11.2026 № 12-РГ)')
    expect(paper.head.lines).toEqual(['Редакция № 2 от 2\u00a0декабря\u00a02026\u00a0г.'])
    expect(paper.made).toBe('2026-12-01T21:30:00.000Z')
  })
  test('is printed within the page, with nothing that is not there', async () => {
    const [page, ...others] = await seenPages(await renderPaper(paper, 'pdf'))
    expect(others).toEqual([])
    expect(page?.text.replaceAll('\n', ' ')).toContain('Министерство образования 70 15.03.2026 14.03.2029')
    expect(page?.text).toContain('– – – –')
    expect(page?.ink.right).toBeLessThanOrEqual(277.6)
  })
  test('shows a level with its digits where one has them', () => {
    const levels = tableOf(listPaper(edition(), [entry({ level: 72.5 })], true)).columns.find(
      ({ key }) => key === 'level',
    )
    expect(levels?.digits).toBe(2)
  })
})

describe('the list of a year', () => {
  const draft = edition({ kind: 'year', year: 2027, state: 'draft', submitted: null, approved: null })

  test('says what пункт 13 asks for, and why a letter is missing', () => {
    const paper = listPaper(draft, [entry({ year: ofYear('А+') }), entry({ year: ofYear(null) })], true)
    expect(paper.head.title).toMatch(/подлежащих сертификации в 2027 году$/)
    expect(paper.mark).toBe('Проект')
    expect(tableOf(paper).rows.map(({ typical, selfCheck }) => [typical, selfCheck])).toEqual([
      ['содержится', 'А+'],
      ['содержится', null],
    ])
    expect(paper.blocks).toHaveLength(2)
    expect(listPaper(draft, [entry({ year: ofYear('А+') })], true).blocks).toHaveLength(1)
  })
  test('of a part is an extract', () => {
    expect(listPaper(draft, [], false).head.title).toMatch(/^Выписка из перечня/)
  })
  test('of other entries has another hash', () => {
    const [one, same, other] = [[entry()], [entry()], [entry({ level: 71 })]].map((rows) =>
      listPaper(draft, rows, true),
    )
    expect(one?.hash).toBe(same?.hash)
    expect(one?.hash).not.toBe(other?.hash)
  })
})
