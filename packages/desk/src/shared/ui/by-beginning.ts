const SEPARATORS = /[\s«»"„“(),.–-]+/

/**
 * Brings those to the front in whose names a word begins with what is sought: the server finds it anywhere in a name,
 * and «минис» stands in «администрация» as well. Otherwise the order stays.
 */
export function byBeginning<T>(rows: readonly T[], nameOf: (row: T) => string, find: string): readonly T[] {
  const sought = find.toLowerCase()
  if (sought === '') return rows
  const begins = (row: T) =>
    nameOf(row)
      .toLowerCase()
      .split(SEPARATORS)
      .some((word) => word.startsWith(sought.split(SEPARATORS).find((part) => part !== '') ?? sought))
  return [...rows.filter(begins), ...rows.filter((row) => !begins(row))]
}
