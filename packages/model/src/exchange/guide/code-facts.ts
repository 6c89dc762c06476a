import type { Code } from '../codes.ts'
import type { CodeFact } from './code-fact.ts'
import { errorFacts } from './error-facts.ts'
import { structureFacts } from './structure-facts.ts'
import { warningFacts } from './warning-facts.ts'

export const CODE_FACTS: Readonly<Record<Code, CodeFact>> = { ...structureFacts, ...errorFacts, ...warningFacts }
