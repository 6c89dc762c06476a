import { FIRST_ANSWERS } from './answers-first.fixture.ts'
import { LAST_ANSWERS } from './answers-last.fixture.ts'

/** Short answers coded to one topic of fourteen each. */
export const ANSWERS = (FIRST_ANSWERS + LAST_ANSWERS)
  .split('\n# ')
  .slice(1)
  .flatMap((part) => {
    const [code = '', ...texts] = part.split('\n').filter((line) => line !== '')
    return texts.map((text) => ({ code, text }))
  })
