// npm run bench -- papers: what a paper costs beside the library alone on the same rows. A list of BENCH_ROWS (3 000) rows as
// PDF beside Typst, and of BENCH_CELLS_ROWS (100 000) rows as XLSX beside exceljs while it streams; and for how long the
// loop that answers requests was held up meanwhile.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { PassThrough } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { renderPaper } from '../packages/server/src/platform/papers/index.ts'

const exceljs = createRequire(new URL('../packages/server/package.json', import.meta.url))('exceljs')
const printed = Number(process.env.BENCH_ROWS ?? 3000)
const counted = Number(process.env.BENCH_CELLS_ROWS ?? 100_000)
const rounds = 5
const say = (line) => process.stdout.write(`${line}\n`)
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

const NAMES = [
  'Прием заявлений о зачислении в государственные и муниципальные образовательные организации',
  'Предоставление информации о порядке предоставления жилищно-коммунальных услуг населению',
  'Выдача справки о наличии или отсутствии судимости',
]
const rowsOf = (count) =>
  Array.from({ length: count }, (_, at) => ({
    no: at + 1,
    name: `${NAMES[at % 3]}, вариант ${at}`,
    typical: at % 2 ? 'да' : 'нет',
    category: 'услуга',
    authority: `Министерство образования области № ${at % 50}`,
    level: at % 7 ? 40 + (at % 60) + 1 / 3 : null,
    from: '2026-01-01',
    to: '2028-12-31',
  }))
const COLUMNS = [
  { key: 'no', title: '№', type: 'integer' },
  { key: 'name', title: 'Наименование' },
  { key: 'typical', title: 'Типовая' },
  { key: 'category', title: 'Категория' },
  { key: 'authority', title: 'Орган' },
  { key: 'level', title: 'Уровень, %', type: 'percent' },
  { key: 'from', title: 'с', type: 'day' },
  { key: 'to', title: 'по', type: 'day' },
]
const paperOf = (rows) => ({
  name: 'Перечень',
  author: 'Аналитический центр',
  made: '2026-11-30T09:00:00Z',
  orientation: 'landscape',
  head: { title: 'Перечень' },
  blocks: [{ kind: 'table', columns: COLUMNS, rows, empty: 'Объектов нет.' }],
})

/** The time of one and the other in turn, so that both meet the machine as it is. */
async function compare(work, measured, against, yardstick, aim) {
  const [ours, theirs] = [[], []]
  for (let round = 0; round < rounds; round++) {
    theirs.push(await timed(yardstick))
    ours.push(await timed(measured))
  }
  const ratio = median(ours) / median(theirs)
  say(
    `${work}: ${median(ours).toFixed(0)} ms against ${against} ${median(theirs).toFixed(0)} ms: ${ratio.toFixed(2)} (aim ${aim})`,
  )
  return { work, measured: median(ours), against: median(theirs), ratio, aim }
}
async function timed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

say(`${cpus().length} processors, ${cpus()[0]?.model}`)
const list = paperOf(rowsOf(printed))
const texts = list.blocks[0].rows.map((row) => COLUMNS.map(({ key }) => String(row[key] ?? 'нет данных')))
const typst = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('papers-typst.mjs', import.meta.url), { workerData: { rows: texts } })
    worker.once('message', resolve).once('error', reject)
  })
const results = []
results.push(await compare(`PDF of ${printed} rows`, () => renderPaper(list, 'pdf'), 'Typst alone', typst, '≤ 1.5'))

const book = paperOf(rowsOf(counted))
results.push(
  await compare(`XLSX of ${counted} rows`, () => renderPaper(book, 'xlsx'), 'exceljs streaming', stream, '≤ 1.5'),
)
async function stream() {
  const out = new PassThrough()
  out.resume()
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = writer.addWorksheet('Перечень', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = COLUMNS.map(({ key, title }) => ({ key, header: title, width: 20 }))
  for (const row of book.blocks[0].rows)
    sheet.addRow({ ...row, from: new Date(row.from), to: new Date(row.to) }).commit()
  sheet.commit()
  await writer.commit()
}

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
await renderPaper(list, 'pdf')
delay.disable()
say(`the loop was held up for at most ${(delay.max / 1e6).toFixed(0)} ms while the PDF was made`)
results.push({ work: 'longest delay of the loop', measured: delay.max / 1e6 })

const folder = new URL('results/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('papers.json', folder), JSON.stringify({ printed, counted, results }, null, 2))
process.exit(0)
