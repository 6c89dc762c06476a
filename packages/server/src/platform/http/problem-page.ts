import type { ProblemError } from '../problems/index.ts'
import { escapedHtml } from '../text.ts'

/** A problem for a person whose browser has come to an address of the API. */
export function problemPage({ title, detail }: ProblemError, requestId: string): string {
  return [
    `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapedHtml(title)} – Отклик</title></head><body><main>`,
    `<h1>${escapedHtml(title)}</h1><p>${escapedHtml(detail)}</p>`,
    `<p><a href="/">Открыть Отклик</a></p><p>Номер вызова: ${escapedHtml(requestId)}</p></main></body></html>`,
  ].join('\n')
}
