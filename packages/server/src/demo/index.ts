/** The demonstration region: openly fictitious daily packages of primary data from a seed number. */
export type { DemoFile } from './writing/files.ts'
export { type DemoPackage, demoPackages } from './packages.ts'
export type { DemoOptions } from './plan.ts'
export { type DemoRegister, demoRegister } from './register.ts'
export { type DemoSummary, writeDemo } from './writing/write.ts'
