import { ALL_STANDINGS, type Standing } from '@otklik/model/certification/procedure'

export interface CertificatesSearch {
  year?: string
  standing?: Standing
  /** Those in force that end within a year. */
  expiring?: 'true'
  find?: string
  offset?: string
}

/** What does not fit is left out, so that an old or mistyped link still opens. */
export function readCertificatesSearch(search: Record<string, unknown>): CertificatesSearch {
  const { year, find, offset, expiring } = search
  const standing = ALL_STANDINGS.find((one) => one === search.standing)
  return {
    ...(typeof year === 'string' && /^20\d\d$/.test(year) ? { year } : {}),
    ...(standing === undefined ? {} : { standing }),
    ...(expiring === 'true' ? { expiring } : {}),
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(typeof offset === 'string' && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
  }
}
