// Builds the script and the style of the public pages, and weighs the first page of form 1 as it goes over the wire: what
// is heavier than a slow line carries in a moment fails the build.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { firstPage } from './src/pages/first-page.fixture.ts'

const FOLDER = new URL('./', import.meta.url).pathname
const LIMIT = 20 * 1024

await build({ root: FOLDER, configFile: `${FOLDER}vite.config.ts`, logLevel: 'warn' })

const weigh = (content) => gzipSync(content, { level: 9 }).length
const parts = {
  page: weigh(firstPage()),
  style: weigh(readFileSync(`${FOLDER}dist/style.css`)),
  script: weigh(readFileSync(`${FOLDER}dist/script.js`)),
}
const total = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)
const said = Object.entries(parts).map(([name, bytes]) => `${name} ${bytes}`)
console.log(`First page over the wire: ${total} bytes (${said.join(', ')}), at most ${LIMIT}.`)
process.exitCode = total <= LIMIT ? 0 : 1
