const known = new Set(Intl.supportedValuesOf('timeZone'))

/** Whether this is the name of a zone in the IANA base, letter for letter: ClickHouse and PostgreSQL take no other. */
export const isZone = (name: string): boolean => known.has(name)
