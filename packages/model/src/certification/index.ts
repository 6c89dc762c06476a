/** Certification: what is certified, and the lists of it (Правила подтверждения соответствия, пункты 3–16). */
export * from './admission.ts'
export * from './days.ts'
export * from './deadlines.ts'
export * from './kinds.ts'
export * from './share.ts'
export * from './states.ts'
