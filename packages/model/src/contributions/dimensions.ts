/** What the change of an indicator is taken apart by, in the order of an answer. */
export const WHY_DIMENSIONS = [
  'service',
  'subservice',
  'authority',
  'office',
  'channel',
  'region',
  'status',
  'applicant',
] as const
export type WhyDimension = (typeof WHY_DIMENSIONS)[number]
