/** Where a package stands, then what became of it: in the words of screens, files and commands alike. */
export const PACKAGE_STATES = {
  waiting: 'в очереди',
  working: 'идёт приём',
  accepted: 'принят',
  partly: 'принят частично',
  refused: 'не принят',
  already_received: 'уже был принят',
  failed: 'приём прерван',
  withdrawn: 'отозван',
} as const
export type PackageState = keyof typeof PACKAGE_STATES
export const ALL_PACKAGE_STATES = Object.keys(PACKAGE_STATES) as readonly PackageState[]
