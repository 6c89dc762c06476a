import { createMasker, type Masker, MASKED_KINDS, type MaskedKind } from '@otklik/model/change/masking'
import { beforeAll, describe, expect, test } from 'vitest'
import { openLexicon } from '../language/lexicon.ts'
import { LOOKALIKES } from './lookalikes.fixture.ts'
import { marked, plantedTexts, type Recall, recallOf } from './planted.fixture.ts'
import { TOLD } from './told.fixture.ts'

let mask: Masker
beforeAll(async () => {
  mask = createMasker(await openLexicon())
})

const percent = ({ found, planted }: { found: number; planted: number }): number => (100 * found) / planted
/** What the quality of masking has to be at least, in percent of what is planted. */
const least = (kind: MaskedKind): number => (kind === 'name' || kind === 'address' ? 90 : 97)
const figures = (recall: Readonly<Record<MaskedKind, Recall>>): string =>
  MASKED_KINDS.map((kind) => `${kind} ${percent(recall[kind]).toFixed(1)} of ${recall[kind].planted}`).join(', ')

describe('planted data', () => {
  test('are found, each kind', () => {
    const recall = recallOf(mask, plantedTexts(2026, 20))
    process.stdout.write(`masked, %: ${figures(recall)}\n`)
    for (const kind of MASKED_KINDS)
      expect(percent(recall[kind]), `${kind}: ${recall[kind].missed.slice(0, 3).join(' | ')}`).toBeGreaterThanOrEqual(
        least(kind),
      )
  })

  test('are found in what people tell in their own words', () => {
    const texts = TOLD.map(marked)
    const recall = Object.values(recallOf(mask, texts))
    const [found, planted] = [recall, recall].map((all, at) =>
      all.reduce((sum, one) => sum + (at === 0 ? one.found : one.planted), 0),
    )
    process.stdout.write(`told: ${found} of ${planted}\n`)
    expect(percent({ found: found ?? 0, planted: planted ?? 0 })).toBeGreaterThanOrEqual(95)
  })
})

test('nothing else is touched in what people tell', () => {
  for (const { text, plants } of TOLD.map(marked))
    for (const one of mask(text).found)
      expect(
        plants.some(({ start, end }) => start < one.end && one.start < end),
        `${[...text].slice(one.start, one.end).join('')}: ${text}`,
      ).toBe(true)
})

test('look-alikes are left whole', () => {
  const touched = LOOKALIKES.filter((text) => mask(text).masked !== text)
  process.stdout.write(`look-alikes left whole: ${LOOKALIKES.length - touched.length} of ${LOOKALIKES.length}\n`)
  expect(
    percent({ found: LOOKALIKES.length - touched.length, planted: LOOKALIKES.length }),
    touched.join('\n'),
  ).toBeGreaterThanOrEqual(97)
})

describe('names', () => {
  test.each([
    ['Спасибо марине из окна 3', 'Спасибо [имя] из окна 3'],
    ['Света в подъезде нет, Света из ЖЭКа не звонит', 'Света в подъезде нет, [имя] из ЖЭКа не звонит'],
    ['Вера в справедливость пропала', 'Вера в справедливость пропала'],
    ['Оператор вера бросила трубку', 'Оператор [имя] бросила трубку'],
    ['И.о. директора Петров А.В. в отпуске', 'И.о. директора [имя] в отпуске'],
    ['Нурмагомедову З. не дозвониться', '[имя] не дозвониться'],
    ['Алиев Рашад Аловсат оглы не гражданин', '[имя] не гражданин'],
    ['жалуюсь на Королёва', 'жалуюсь на [имя]'],
    ['МФЦ на Королёва закрыт', 'МФЦ на Королёва закрыт'],
    ['улица Ивана Франко и школа имени Зои Космодемьянской', 'улица Ивана Франко и школа имени Зои Космодемьянской'],
    ['Правительства Российской Федерации Д.Ю. Орешкина', 'Правительства Российской Федерации [имя]'],
    ['ИВАНОВА АННА НЕ ПРИНЯЛА', '[имя] НЕ ПРИНЯЛА'],
    ['СНИЛС И ИНН НЕ НУЖНЫ', 'СНИЛС И ИНН НЕ НУЖНЫ'],
    ['мама Мари́и ждёт', 'мама [имя] ждёт'],
  ])('%s', (text, masked) => {
    expect(mask(text).masked).toBe(masked)
  })
})

describe('addresses', () => {
  test.each([
    ['Живу: ул. Мира, д. 5, кв. 3, лифт стоит', 'Живу: [адрес], лифт стоит'],
    ['ленина 5 кв 12 течёт крыша', '[адрес] течёт крыша'],
    ['Администрация на ул. Мира, д. 5', 'Администрация на ул. Мира, д. 5'],
    ['МФЦ по адресу ул. Мира, д. 5', 'МФЦ по адресу ул. Мира, д. 5'],
    ['Мой адрес: с. Никольское, ул. Садовая, 5', 'Мой адрес: [адрес]'],
    ['живу в доме 5 на улице Мира', 'живу в [адрес]'],
  ])('%s', (text, masked) => {
    expect(mask(text).masked).toBe(masked)
  })
})
