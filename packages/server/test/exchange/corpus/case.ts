import type { Files } from '../checked.ts'

/** A package as somebody once sent it, and what is to become of it. */
export interface Case {
  readonly name: string
  readonly files: Files
  /** Rows read, accepted, set aside; nothing is dropped. */
  readonly rows: readonly [read: number, accepted: number, aside: number]
  /** Rows per code, besides the codes of what is not known yet (`unknown_request`, `unknown_service`). */
  readonly codes?: Readonly<Record<string, number>>
  /** Structure codes of the files. */
  readonly refused?: readonly string[]
  /** Each is found in what people read: of explanations, and of samples as «file, line, column: message». */
  readonly said?: readonly (string | RegExp)[]
  /** A question to the staging area and its answer. */
  readonly stored?: readonly [sql: string, rows: readonly object[]]
}

const lines = (rows: readonly string[], end = '\r\n'): string => rows.map((row) => row + end).join('')

/** Files of the usual columns; the rows as they stand in the file. */
export const requests = (...rows: string[]): string =>
  lines(['request_id;service_id;submission_channel;region;office;applicant_kind;applicant_hash;gender;age', ...rows])
export const events = (...rows: string[]): string => lines(['request_id;section;item;status;date;time', ...rows])
export const ratings = (...rows: string[]): string => lines(['request_id;rated_at;score;review', ...rows])

/** A request of this number, the rest in order. */
export const request = (id: string, office = 'Отдел', service = '007'): string =>
  `${id};${service};МФЦ;31;${office};ФЛ;;Ж;041`
export const event = (id: string, at = '12.03.2026;09:30:00'): string => `${id};МФЦ;9;;${at}`
export const rating = (id: string, review: string, score = '4'): string =>
  `${id};12.03.2026 09:30:00;${score};${review}`

/** Text in a code page of one byte a letter. */
export function inPage(label: string, text: string): Buffer {
  const decoder = new TextDecoder(label)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 0x3f))
}
