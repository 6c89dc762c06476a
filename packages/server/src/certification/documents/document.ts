import type { DocumentData } from './tables.ts'

/** Who certifies (Правила, пункт 2). */
export const CENTRE = 'Аналитический центр при Правительстве Российской Федерации'

/** A certificate or a conclusion, as papers are drawn from it. */
export interface IssuedDocument {
  readonly number: string
  readonly dated: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly madeAt: Date
  readonly data: DocumentData
}

export const madeOf = ({ madeAt }: Pick<IssuedDocument, 'madeAt'>): string => madeAt.toISOString()

/** Where the public page of a certificate is. */
export const certificatePage = (publicUrl: string, code: string): string =>
  new URL(`/certificates/${code}`, publicUrl).href
