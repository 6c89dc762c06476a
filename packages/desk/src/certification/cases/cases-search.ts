export interface CasesSearch {
  /** Those that wait for a decision where absent. */
  state?: 'all'
}

export const readCasesSearch = ({ state }: Record<string, unknown>): CasesSearch => (state === 'all' ? { state } : {})
