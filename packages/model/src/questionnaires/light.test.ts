import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Every file that a file loads, itself included; types are not loaded. */
function loadedBy(url: URL, found = new Set<string>()): Set<string> {
  if (found.has(url.href)) return found
  found.add(url.href)
  for (const [statement, , specifier = ''] of readFileSync(url, 'utf8').matchAll(
    /^(import|export) [^;]*? from '([^']+)'/gm,
  )) {
    if (/^(import|export) type /.test(statement)) continue
    if (specifier.startsWith('.')) loadedBy(new URL(specifier, url), found)
    else found.add(specifier)
  }
  return found
}

test.each(['answering', 'sentences'])(
  '%s loads no library and nothing of the checks: pages of the public load it',
  (folder) => {
    const here = new URL('./', import.meta.url).href
    const loaded = [...loadedBy(new URL(`./${folder}/index.ts`, import.meta.url))].map((url) => url.replace(here, ''))
    expect(loaded.length).toBeGreaterThan(3)
    for (const path of loaded) expect(path).toMatch(/^(answering|sentences)\/|^document\/types\.ts$|\/print\//)
  },
)
