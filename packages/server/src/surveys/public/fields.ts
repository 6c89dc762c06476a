import type { FastifyInstance } from 'fastify'
import { invalidJson } from '../../platform/problems/common.ts'
import { problem } from '../../platform/problems/index.ts'

/** Fields of a form as they were sent, each with all its values. */
export type Posted = readonly (readonly [string, string])[]

/** Bodies are forms, or the same fields as an object of JSON: a text, or an array of texts. */
export function readForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, [...new URLSearchParams(String(body))]),
  )
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const fields = fieldsOfJson(String(body))
    return fields === undefined ? done(problem(invalidJson)) : done(null, fields)
  })
}

function fieldsOfJson(text: string): Posted | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.entries(value).flatMap(([name, given]) =>
      [given].flat().flatMap((one) => (isField(one) ? [[name, String(one)] as const] : [])),
    )
  } catch {
    return undefined
  }
}

const isField = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
