export interface CasesSearch {
  /** Those that were decided too; those that wait for a decision alone where absent. */
  decided?: 'true'
}

export const readCasesSearch = ({ decided }: Record<string, unknown>): CasesSearch =>
  decided === 'true' ? { decided } : {}
