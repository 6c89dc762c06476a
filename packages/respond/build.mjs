// Builds the script and the style of the public pages and the widget, and weighs them as they go over the wire, with the first
// page of form 1: what is heavier than a slow line carries in a moment fails the build.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { firstPage } from './src/pages/first-page.fixture.ts'

const FOLDER = new URL('./', import.meta.url).pathname
const PAGE_LIMIT = 20 * 1024
const WIDGET_LIMIT = 8 * 1024

await build({ root: FOLDER, configFile: `${FOLDER}vite.config.ts`, logLevel: 'warn' })
await build({ root: FOLDER, configFile: `${FOLDER}vite.widget.config.ts`, logLevel: 'warn' })

const weigh = (content) => gzipSync(content, { level: 9 }).length
const built = (name) => readFileSync(`${FOLDER}dist/${name}`)
const parts = { page: weigh(firstPage()), style: weigh(built('style.css')), script: weigh(built('script.js')) }
const total = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)
const widget = weigh(built('w.js'))
const said = Object.entries(parts).map(([name, bytes]) => `${name} ${bytes}`)
console.log(`First page over the wire: ${total} bytes (${said.join(', ')}), at most ${PAGE_LIMIT}.`)
console.log(`Widget: ${widget} bytes, at most ${WIDGET_LIMIT}.`)
process.exitCode = total <= PAGE_LIMIT && widget <= WIDGET_LIMIT ? 0 : 1
