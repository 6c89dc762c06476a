import { tokensOf } from '../state/index.ts'
import { FORM_1, stateOn } from '../survey.fixture.ts'
import { questionPage } from './question-page.ts'

/** The first page of form 1 as it is sent. */
export function firstPage(): string {
  const state = stateOn(FORM_1, 'p1')
  const assets = { style: '/respond/style-0123456789.css', script: '/respond/script-0123456789.js' }
  return questionPage({ survey: FORM_1, state, token: tokensOf('k'.repeat(32)).write(state), assets, fresh: true })
}
