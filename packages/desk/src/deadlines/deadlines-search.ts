export interface DeadlinesSearch {
  /** Those of the whole organisation; the own ones alone where absent. */
  whose?: 'all'
  /** To the end of the running year, as it is printed. */
  year?: 'true'
}

export const readDeadlinesSearch = ({ whose, year }: Record<string, unknown>): DeadlinesSearch => ({
  ...(whose === 'all' ? { whose } : {}),
  ...(year === 'true' ? { year } : {}),
})
