// Links between the project's own pages must lead somewhere.
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { filesUnder } from '../lib/files.mjs'
import { runWhenStarted } from '../lib/report.mjs'
import { ROOT } from '../lib/root.mjs'

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
const LINK = /\]\(([^)\s]+)\)/g

/** The files that a page links to: `{ link, target }`, links to other sites and within the page left out. */
export function linksOf(page, text) {
  return [...text.matchAll(LINK)]
    .map(([, link]) => link)
    .filter((link) => !/^([a-z]+:|#)/.test(link))
    .map((link) => ({ link, target: posix.join(posix.dirname(page), link.split('#')[0]) }))
}

export function check() {
  const pages = [...PAGES, ...filesUnder('docs', (path) => path.endsWith('.md'))].filter((path) =>
    existsSync(ROOT + path),
  )
  const links = pages.flatMap((page) =>
    linksOf(page, readFileSync(ROOT + page, 'utf8')).map((found) => ({ page, ...found })),
  )
  const dead = links.filter(({ target }) => !existsSync(ROOT + target))
  return {
    problems: dead.map(({ page, link }) => `${page}: ${link} leads nowhere`),
    summary: `Links: ${links.length} in ${pages.length} pages.`,
  }
}

await runWhenStarted(import.meta.url, check)
