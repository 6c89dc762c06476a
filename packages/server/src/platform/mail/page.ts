import { escapedHtml } from '../text.ts'

/** A letter: paragraphs of plain text, and one thing to do. */
export interface Letter {
  readonly subject: string
  readonly before: readonly string[]
  readonly link: { readonly text: string; readonly url: string }
  readonly after: readonly string[]
}

export function lettersText({ before, link, after }: Letter): string {
  return [...before, `${link.text}:\n${link.url}`, ...after].map(plain).join('\n\n')
}

/** The same for mail programs that show HTML; nothing in it is loaded from anywhere. */
export function lettersPage({ subject, before, link, after }: Letter): string {
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${escapedHtml(plain(text))}</p>`)
  const url = escapedHtml(link.url)
  return [
    `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${escapedHtml(subject)}</title></head>`,
    '<body style="font: 16px/1.5 sans-serif; color: #1c1c1c; max-width: 36em; margin: 1em auto; padding: 0 1em">',
    ...paragraphs(before),
    `<p><a href="${url}">${escapedHtml(link.text)}</a></p>`,
    `<p>Если ссылка не открывается, скопируйте адрес:<br>${url}</p>`,
    ...paragraphs(after),
    '</body></html>',
  ].join('\n')
}

/** A name must not make a paragraph of its own. */
const plain = (text: string) => text.replace(/\r\n?|[\u2028\u2029]/g, '\n')
