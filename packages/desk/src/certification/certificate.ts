import type { Format } from '../shared/i18n/format.ts'

interface Certified {
  readonly level: number | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** 01.03.2026 – 28.02.2029; empty where there is no certificate. */
export const validityText = ({ validFrom, validTo }: Certified, format: Format): string =>
  validFrom === null || validTo === null ? '' : `${format.day(validFrom)} – ${format.day(validTo)}`

/** Which field a certificate lacks; null: none, or there is no certificate. A level may stand without one. */
export function missingOfCertificate(fields: Certified): keyof Certified | null {
  if (fields.validFrom === null && fields.validTo === null) return null
  const names = ['level', 'validFrom', 'validTo'] as const
  return names.find((name) => fields[name] === null) ?? null
}
