/** The figures of a quarter that are sets of appeals, which can be opened. */
export const QUARTER_FIGURES = [
  'received',
  'answered',
  'late',
  'overdue_open',
  'complaints',
  'complaints_satisfied',
  'complaints_partly',
  'complaints_refused',
  'complaints_pending',
  'asked',
  'solved_yes',
  'solved_partly',
  'solved_no',
  'reopened',
] as const
export type QuarterFigureName = (typeof QUARTER_FIGURES)[number]
