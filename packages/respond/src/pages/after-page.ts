import type { Html } from '../html.ts'
import type { View } from '../state/index.ts'
import { pathOf, type Survey } from '../survey.ts'
import { sayIn } from '../texts/index.ts'
import { type Assets, layout } from './layout.ts'

/** How a page that asks nothing is to look. */
export interface Look {
  readonly language: string
  readonly view: View
  /** Undefined: for a widget. */
  readonly assets: Assets | undefined
}

/** A page after the answers were taken. The script forgets the draft on all of them. */
export const afterPage = (survey: Survey, look: Look, title: string, content: Html): string =>
  layout(
    {
      ...look,
      kind: 'done',
      title: `${title} – ${survey.authority}`,
      languages: survey.languages,
      say: sayIn(look.language),
      authority: survey.authority,
      draft: pathOf(survey),
    },
    content,
  )
