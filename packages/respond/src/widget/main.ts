import style from '../style.css?inline'
import own from './card.css?inline'
import { card } from './card.ts'
import { isWanted } from './not-now.ts'

/**
 * The widget: a card with the first page of a questionnaire on somebody else's site. It leaves nothing in that page but one element,
 * whose inside no style of the page reaches, and no fault of it is heard there.
 * `<script async src="https://…/w.js" data-campaign="…" data-link="…" data-at="#place"></script>`
 */

/** Sizes of the pages follow the root of a document, and the root of this one is somebody else's. */
const inPixels = (css: string): string => css.replace(/([\d.]+)rem/g, (_size, count) => `${Number(count) * 16}px`)

try {
  const script = document.currentScript
  if (script instanceof HTMLScriptElement) {
    const { campaign = '', link = '', at, language } = script.dataset
    const origin = new URL(script.src).origin
    const path = [campaign, link].filter(Boolean).map(encodeURIComponent).join('/')
    const place = at ? document.querySelector(at) : null
    if (campaign !== '' && isWanted(campaign))
      card({ origin, path, campaign, place, language, styles: [inPixels(style), own] })
  }
} catch {
  // A site goes on without the widget.
}
