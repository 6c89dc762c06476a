import exceljs from 'exceljs'
import type { Route } from '@otklik/model/api'
import type { LightMyRequestResponse } from 'fastify'
import type { Ask } from './entry.ts'
import type { Actor } from './people.ts'
import type { World } from './world.ts'

let calls = 0

/** Makes a call as somebody, each from an address of its own: limits of attempts are not the matter here. */
export function call({ app }: Pick<World, 'app'>, route: Route, ask: Ask, { headers }: Pick<Actor, 'headers'>) {
  const number = ++calls
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(ask.params?.[name])))
  const query = new URLSearchParams(Object.entries(ask.query ?? {}).map(([key, value]) => [key, String(value)]))
  return app.inject({
    method: route.method,
    url: query.size > 0 ? `${path}?${query}` : path,
    remoteAddress: `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
    headers: {
      origin: 'http://otklik.test',
      ...headers,
      ...(ask.text !== undefined && { 'content-type': 'text/csv' }),
    },
    ...(ask.body && { payload: ask.body }),
    ...(ask.text !== undefined && { payload: ask.text }),
  })
}

/** Everything that can be read in an answer: JSON, lines, the cells of a workbook, the names in an archive. */
export async function textOf(answer: LightMyRequestResponse): Promise<string> {
  const type = String(answer.headers['content-type'])
  if (type.includes('zip')) return answer.rawPayload.toString('latin1')
  if (!type.includes('spreadsheetml')) return answer.body
  const book = new exceljs.Workbook()
  // The types of exceljs know only its own Buffer.
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
}
