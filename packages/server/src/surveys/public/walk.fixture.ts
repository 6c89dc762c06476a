import type { App } from '../../platform/http/index.ts'

type Fields = Readonly<Record<string, string>>
type Answer = Awaited<ReturnType<App['inject']>>

/** What a machine reads of a page: what it is, its token, the names of the fields that can be used. */
export interface Read {
  readonly kind: string
  readonly page: string
  readonly token: string
  readonly names: ReadonlySet<string>
}

export function readPage(html: string): Read {
  const [, kind = '', page = ''] = /data-otklik="(\w+)"(?: data-page="([\w-]+)")?/.exec(html) ?? []
  const names = [...html.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !tag.includes(' disabled'),
  )
  return {
    kind,
    page,
    token: /name="_t" value="([^"]*)"/.exec(html)?.[1] ?? '',
    names: new Set(names.map(([, name]) => name ?? '')),
  }
}

export const post = (app: App, url: string, fields: Fields, headers: Fields = {}): Promise<Answer> =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

export interface Walked {
  readonly kind: string
  readonly html: string
  /** Codes of the pages that were shown, in order. */
  readonly pages: readonly string[]
  /** The fields that were sent last. */
  readonly last: Fields
}

/** Answers what is asked, page by page, as `curl` would: no script, no cookie, forms and their answers only. */
export async function walk(app: App, url: string, answers: Fields, { until = '' } = {}): Promise<Walked> {
  let answer = await app.inject({ url })
  const pages: string[] = []
  let last: Fields = {}
  for (let steps = 0; steps < 50; steps++) {
    const { kind, page, token, names } = readPage(answer.payload)
    if (kind === 'page') pages.push(page)
    if (kind !== 'page' || page === until) return { kind, html: answer.payload, pages, last }
    const given = Object.entries(answers).filter(([name]) => names.has(name))
    last = { ...Object.fromEntries(given), _t: token, _go: 'next' }
    answer = await post(app, url, last)
    if (answer.statusCode === 303)
      answer = await app.inject({ url: String(answer.headers.location).split('#')[0] ?? '' })
  }
  throw new Error(`no end after ${pages.join(' ')}`)
}
