// Typst alone, in a thread of its own as papers have one: a table of the same rows with the same fonts, page and hyphenation,
// and nothing else. Answers with the milliseconds from the rows to the bytes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const server = createRequire(new URL('../packages/server/package.json', import.meta.url))
const { NodeCompiler } = server('@myriaddreamin/typst-ts-node-compiler')
const fonts = ['400Regular/PTSans_400Regular.ttf', '700Bold/PTSans_700Bold.ttf'].map((face) =>
  readFileSync(server.resolve(`@expo-google-fonts/pt-sans/${face}`)),
)
const SOURCE = `
#set document(title: "Перечень", date: datetime(year: 2026, month: 11, day: 30))
#set page(paper: "a4", flipped: true, margin: (left: 20mm, right: 20mm, top: 30mm, bottom: 15mm))
#set text(lang: "ru", font: "PT Sans", size: 10pt, hyphenate: true)
#let rows = json("rows.json")
#table(
  columns: (10mm, 75mm, 20mm, 20mm, 60mm, 20mm, 26mm, 26mm),
  table.header([№], [Имя], [Типовая], [Категория], [Орган], [Уровень], [с], [по]),
  ..rows.flatten(),
)`

const compiler = NodeCompiler.create({ workspace: '/bench', fontArgs: [{ fontBlobs: fonts }] })
compiler.addSource('/bench/main.typ', SOURCE)
compiler.mapShadow('/bench/rows.json', Buffer.from(JSON.stringify(workerData.rows)))
const { result } = compiler.compile({ mainFilePath: '/bench/main.typ' })
parentPort.postMessage(compiler.pdf(result, { pdfStandard: 'a-2a' }))
