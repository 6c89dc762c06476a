// npm run bench -- change: what reading texts costs, each work beside one pass of Snowball stemming over the same texts in
// the same process. BENCH_TEXTS (100 000) sets how many texts; every work is measured three times, medians are compared.
import { cpus } from 'node:os'
import snowball from 'snowball-stemmers'
import { duplicatesIn, shingles, bare } from '@otklik/model/change/duplicates'
import { createMasker } from '@otklik/model/change/masking'
import { BUILT_IN_RUBRICATOR } from '@otklik/model/change/rubricator'
import { createSuggester, learnTopics } from '@otklik/model/change/topics'
import { openLexicon } from '../packages/server/src/change/language/lexicon.ts'
import { stem } from '../packages/server/src/change/language/stem.ts'
import { ANSWERS } from '../packages/server/src/change/topics/answers.fixture.ts'
import { LOOKALIKES } from '../packages/server/src/change/masking/lookalikes.fixture.ts'
import { plantedTexts } from '../packages/server/src/change/masking/planted.fixture.ts'

const count = Number(process.env.BENCH_TEXTS ?? 100_000)
const say = (line) => process.stdout.write(`${line}\n`)
const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`

const texts = makeTexts()
say(
  `${texts.length.toLocaleString('en')} texts of ${Math.round(texts.join('').length / texts.length)} characters; ` +
    `${cpus().length} processors, ${cpus()[0]?.model}`,
)
const stemmer = snowball.newStemmer('russian')
const stems = await measured(() => {
  for (const text of texts)
    for (const word of text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[а-я]+/g) ?? [])
      stemmer.stem(word)
})
say(`stems: ${seconds(stems)}`)

const mask = createMasker(await openLexicon())
const against = (work, ms, aim) => say(`${work}: ${seconds(ms)}, ${(ms / stems).toFixed(2)} of the stems (aim ${aim})`)
against('mask', await measured(() => texts.forEach((text) => mask(text))), '≤ 3')

const coded = ANSWERS.filter((_, at) => at % 2 === 0).map(({ code, text }) => ({ text, codes: [code] }))
const model = learnTopics(coded, BUILT_IN_RUBRICATOR, stem)
const suggest = createSuggester(model, stem)
against('suggest', await measured(() => texts.forEach((text) => suggest(text))), '≤ 4')

// Every text differs a little from every other, so that nothing is found by equal texts alone.
const numbered = texts.map((text, at) => `${text} ${at % 5 === 0 ? at - 1 : at}`)
const groups = await measured(() => duplicatesIn(numbered))
const pairs = compareAll(numbered.slice(0, Math.min(2000, count)))
const all = (pairs * (count * (count - 1))) / 2
say(
  `duplicates: ${seconds(groups)}, ${((100 * groups) / all).toFixed(3)} % of all pairs, ${seconds(all)} by a sample (aim ≤ 2 %)`,
)
process.exit()

/** Milliseconds of comparing one pair of a sample of texts, all with all. */
function compareAll(sample) {
  const sets = sample.map((text) => new Set(shingles(bare(text))))
  const started = performance.now()
  let alike = 0
  for (let one = 0; one < sets.length; one++)
    for (let other = one + 1; other < sets.length; other++) {
      let common = 0
      for (const piece of sets[one]) if (sets[other].has(piece)) common++
      if (9 * common >= 4 * (sets[one].size + sets[other].size)) alike++
    }
  say(`a sample of ${sets.length.toLocaleString('en')} texts has ${alike} pairs alike`)
  return (performance.now() - started) / ((sets.length * (sets.length - 1)) / 2)
}

/** Half of them with planted data, half without; each three sentences, as long as what people write. */
function makeTexts() {
  const planted = plantedTexts(1, Math.ceil(count / 60)).map(({ text }) => text)
  return Array.from({ length: count }, (_, at) => {
    const own = [
      planted[at % planted.length],
      LOOKALIKES[(at * 7) % LOOKALIKES.length],
      LOOKALIKES[(at * 11 + 3) % LOOKALIKES.length],
    ]
    return (at % 2 === 0 ? own : own.slice(1)).join('. ')
  })
}

async function measured(work) {
  const times = []
  for (let round = 0; round < 3; round++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return median(times)
}
