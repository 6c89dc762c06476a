import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demoRegion, findRegion, normaliseRegionName, regionAliases, regions, separators } from './index.ts'

describe('the table', () => {
  it('has 89 subjects and Baikonur, each once', () => {
    expect(regions).toHaveLength(90)
    expect(new Set(regions.map((region) => region.code)).size).toBe(90)
    expect(new Set(regions.map((region) => region.name)).size).toBe(90)
    expect(new Set(regions.map((region) => region.oktmo)).size).toBe(90)
    expect(regions.every(({ code, oktmo }) => /^\d{2}$/.test(code) && /^\d{8}$/.test(oktmo))).toBe(true)
  })

  it('counts as many of each kind as the Constitution', () => {
    const count = (kind: string) => regions.filter((region) => region.kind === kind).length
    expect([count('republic'), count('krai'), count('oblast'), count('city')]).toEqual([24, 9, 48, 3])
    expect([count('autonomous_oblast'), count('autonomous_okrug'), count('leased_city')]).toEqual([1, 4, 1])
  })

  it.each([
    ['31', 180],
    ['39', 120],
    ['63', 240],
    ['34', 180],
    ['66', 300],
    ['55', 360],
    ['42', 420],
    ['70', 420],
    ['03', 480],
    ['75', 540],
    ['14', 540],
    ['25', 600],
    ['49', 660],
    ['65', 660],
    ['41', 720],
    ['87', 720],
    ['99', 300],
    ['93', 180],
  ])('%s is %i minutes ahead of UTC', (code, minutes) => {
    const zone = findRegion(code)?.zone ?? ''
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
      Date.UTC(2026, 5, 1),
    )
    const [, hours = '0', rest = '0'] =
      /GMT\+(\d+):(\d+)/.exec(parts.find((part) => part.type === 'timeZoneName')?.value ?? '') ?? []
    expect(Number(hours) * 60 + Number(rest)).toBe(minutes)
  })
})

describe('names', () => {
  it.each([
    ['31', 'Белгородская область|Белгородская обл|Белгородская обл.|белгородская  ОБЛ|обл. Белгородская|31| 31 '],
    ['77', 'Москва|г. Москва|город Москва|г Москва|г.Москва|МОСКВА|город федерального значения Москва|Москва г'],
    [
      '16',
      'Республика Татарстан|Респ Татарстан|Респ. Татарстан|Татарстан|Татарстан Респ|Республика Татарстан (Татарстан)',
    ],
    ['78', 'Санкт-Петербург|Петербург|г. Петербург|СПб|город Санкт-Петербург'],
    ['17', 'Республика Тыва|Тыва|Тува|Республика Тыва (Тува)|Респ. Тыва (Тува)'],
    ['18', 'Удмуртская Республика|Удмуртия|Удмуртская Республика (Удмуртия)'],
    ['20', 'Чеченская Республика|Чечня|Чеченская Республика (Чечня)'],
    [
      '42',
      'Кемеровская область – Кузбасс|Кемеровская область - Кузбасс|Кемеровская область-Кузбасс|Кемеровская обл|Кузбасс|Кемеровская область — Кузбасс|Кемеровская обл. - Кузбасс',
    ],
    [
      '21',
      'Чувашская Республика – Чувашия|Чувашская Республика|Чувашия|Чувашская Республика - Чувашия|Республика Чувашия|Чувашская респ.',
    ],
    [
      '14',
      'Республика Саха (Якутия)|Якутия|Саха (Якутия)|Респ Саха /Якутия/|Саха|Респ. Саха (Якутия)|Республика Якутия',
    ],
    [
      '86',
      'Ханты-Мансийский автономный округ – Югра|ХМАО|ХМАО-Югра|Ханты-Мансийский АО|Ханты-Мансийский Автономный округ - Югра|Югра|Ханты-Мансийский АО - Югра',
    ],
    ['89', 'ЯНАО|Ямало-Ненецкий АО|Ямало-Ненецкий автономный округ|Ямало-Ненецкий авт. округ'],
    ['79', 'Еврейская Аобл|Еврейская автономная область|ЕАО|Еврейская АО'],
    ['18', 'Удмуртская Респ|Удмуртия|Удмуртская Республика|Республика Удмуртия|Респ Удмуртская'],
    ['07', 'Кабардино-Балкарская Респ|Кабардино-Балкария|Кабардино-Балкарская Республика|КБР'],
    ['15', 'Респ Северная Осетия - Алания|Северная Осетия|РСО-Алания|Республика Северная Осетия'],
    ['04', 'Республика Алтай|Респ Алтай|Алтай'],
    ['22', 'Алтайский край|Алтайский кр.'],
    ['78', 'Санкт-Петербург|г. Санкт-Петербург|СПб|Санкт Петербург|г Санкт-Петербург'],
    ['50', 'Московская обл|Московская область'],
    ['93', 'ДНР|Донецкая Народная Республика|Донецкая Народная Респ'],
    ['94', 'ЛНР|Луганская Народная Республика'],
    ['90', 'Запорожская обл|Запорожская область'],
    ['95', 'Херсонская область'],
    ['12', 'Респ Марий Эл|Марий Эл'],
    ['99', 'Байконур|г Байконур|город Байконур'],
  ])('%s: %s', (code, names) => {
    expect(names.split('|').map((name) => [name, findRegion(name)?.code])).toEqual(
      names.split('|').map((name) => [name, code]),
    )
  })

  it.each([
    '',
    ' ',
    '00',
    '1',
    '96',
    '310',
    'Белгородская',
    'Области',
    'республика',
    'АО',
    'обл',
    'край',
    'Тьмутараканская обл',
  ])('«%s» names none', (name) => expect(findRegion(name)).toBeUndefined())

  it('finds every region by its code and by its official name', () => {
    for (const region of regions) expect([findRegion(region.code), findRegion(region.name)]).toEqual([region, region])
  })

  it.each(['00', 'Демонстрационная область', 'демонстрационная обл.'])(
    '«%s» is known to a demonstration alone',
    (name) => {
      expect(findRegion(name)).toBeUndefined()
      expect(findRegion(name, { demo: true })).toBe(demoRegion)
      expect(findRegion('31', { demo: true })).toBe(findRegion('31'))
    },
  )

  it('adds the demo region to the aliases only when asked', () => {
    const codes = (options?: { demo: boolean }) => new Set(regionAliases(options).map(({ code }) => code))
    expect(codes()).toEqual(new Set(regions.map(({ code }) => code)))
    expect(codes({ demo: true })).toEqual(new Set([...codes(), '00']))
  })

  it('lists aliases in the form that the rule gives, each once', () => {
    const aliases = regionAliases()
    expect(aliases.filter(({ alias }) => normaliseRegionName(alias) !== alias)).toEqual([])
    expect(new Set(aliases.map(({ alias }) => alias)).size).toBe(aliases.length)
  })

  it('does not mind case, ё, spaces and punctuation', () => {
    const spoil = fc.record({
      alias: fc.constantFrom(...regionAliases()),
      gap: fc.constantFrom(...separators, '  ', ' - '),
      upper: fc.boolean(),
    })
    fc.assert(
      fc.property(spoil, ({ alias, gap, upper }) => {
        const text = `${gap}${alias.alias.replaceAll(' ', gap)}${gap}`.replaceAll('е', 'ё')
        expect(findRegion(upper ? text.toUpperCase() : text)?.code).toBe(alias.code)
      }),
    )
  })

  it('normalises once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseRegionName(text)
        expect(normaliseRegionName(once)).toBe(once)
      }),
    )
  })
})
