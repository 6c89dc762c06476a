import { forget, keepDraft, offerDraft } from './draft.ts'
import { followConditions } from './live.ts'
import { solve } from './proof.ts'

/** What a script adds to the pages: nothing of it is needed to answer. */
const main = document.querySelector<HTMLElement>('main[data-otklik]')
const place = main?.dataset.draft
if (main && place !== undefined) {
  if (main.dataset.otklik === 'page') {
    followConditions(main)
    void solve(main)
    offerDraft(main, place)
    keepDraft(main, place)
  } else forget(place)
  document.querySelector<HTMLElement>('#errors')?.focus()
}
