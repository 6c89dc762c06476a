// npm run bench -- change: what reading texts costs, each work beside one pass of Snowball stemming over the same texts in
// the same process. BENCH_TEXTS (100 000) sets how many texts; every work is measured three times, medians are compared.
import { cpus } from 'node:os'
import snowball from 'snowball-stemmers'
import { createMasker } from '@otklik/model/change/masking'
import { openLexicon } from '../packages/server/src/change/language/lexicon.ts'
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
process.exit()

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
