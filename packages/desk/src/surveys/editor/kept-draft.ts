import type { Questionnaire as Document } from '@otklik/model/questionnaires'

/** What was typed and not yet taken by the server, kept in the browser: the revision it was made from, and the document. */
export interface Kept {
  readonly revision: number
  readonly document: Document
}

const keyOf = (code: string): string => `otklik.questionnaire.${code}`

export function keep(code: string, kept: Kept): void {
  try {
    localStorage.setItem(keyOf(code), JSON.stringify(kept))
  } catch {
    // Storage is full or off: the text is in the page still, and is sent with the next save.
  }
}

export const dropKept = (code: string): void => localStorage.removeItem(keyOf(code))

/** What was kept of a draft; null: nothing, or what can't be read any more. */
export function keptOf(code: string): Kept | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(code)) ?? 'null')
    // Written above, in this form.
    return typeof read === 'object' && read !== null && 'document' in read ? (read as Kept) : null
  } catch {
    return null
  }
}
