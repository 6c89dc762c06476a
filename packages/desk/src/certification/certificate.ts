import type { Format } from '../shared/i18n/format.ts'

interface Certified {
  readonly level: number | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** 01.03.2026 – 28.02.2029; empty where there is no certificate. */
export const validityText = ({ validFrom, validTo }: Certified, format: Format): string =>
  validFrom === null || validTo === null ? '' : `${format.day(validFrom)} – ${format.day(validTo)}`

/** Which of the three fields is missing while another is filled in; null: all or none. */
export function missingOfCertificate(fields: Certified): keyof Certified | null {
  const names = ['level', 'validFrom', 'validTo'] as const
  const missing = names.filter((name) => fields[name] === null)
  return missing.length === names.length ? null : (missing[0] ?? null)
}
