import { html, type Html, type Part } from '../html.ts'
import type { View } from '../state/index.ts'
import { directionOf, nameOfLanguage, type Say } from '../texts/index.ts'

/** Addresses of the files that pages load; without a script they work as well. */
export interface Assets {
  readonly style: string
  readonly script?: string
}

/** What a page is to machines: `<main data-otklik="…">`. */
export type Kind = 'page' | 'done' | 'closed' | 'full' | 'used' | 'error'

export interface Frame {
  readonly kind: Kind
  readonly title: string
  readonly language: string
  readonly languages: readonly string[]
  readonly view: View
  readonly say: Say
  /** Undefined: a part of somebody else's page, which has its own style and script. */
  readonly assets: Assets | undefined
  /** Who asks: stands at the top. */
  readonly authority?: string
  /** Of a page of questions, its code. */
  readonly page?: string
  /** The form whose buttons switch view and language; undefined: links do, so nothing typed can be lost. */
  readonly form?: string
  /** Where drafts are kept under in the browser. */
  readonly draft?: string
}

/** A whole document around the content of a page, or the content alone as a section. */
export function layout(frame: Frame, content: Html): string {
  const { language, view, kind, page, title } = frame
  const classes = [view.large && 'large', view.contrast && 'contrast'].filter(Boolean).join(' ')
  if (frame.assets) return document(frame, frame.assets, classes, content)
  return html`<section aria-label="${title}" lang="${language}" dir="${directionOf(language)}" class="${classes}" tabindex="-1" data-otklik="${kind}"${attribute('data-page', page)}>${content}</section>`
    .html
}

function document(frame: Frame, assets: Assets, classes: string, content: Html): string {
  const { language, say, kind, page, draft } = frame
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}" class="${classes}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${frame.title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${assets.style}">
${assets.script !== undefined && html`<script src="${assets.script}" defer></script>`}</head>
<body><a class="skip" href="#main">${say('skip')}</a>
<header>${frame.authority !== undefined && html`<p>${frame.authority}</p>`}${switches(frame)}</header>
<main id="main" tabindex="-1" data-otklik="${kind}"${attribute('data-page', page)}${attribute('data-draft', draft)}>
${content}
</main></body></html>`.html
}

const attribute = (name: string, value: string | undefined): Part =>
  value !== undefined && [{ html: ` ${name}="` }, value, { html: '"' }]

function switches(frame: Frame): Part {
  const { view, say, language, languages, form } = frame
  const to = (set: string, label: string, more: Part = false): Html =>
    form === undefined
      ? html`<a href="${query(frame, set)}"${more}>${label}</a>`
      : html`<button form="${form}" name="_set" value="${set}"${more}>${label}</button>`
  return html`<div class="switches">
${form !== undefined && html`<button form="${form}" name="_go" value="enter" class="unseen" tabindex="-1" aria-hidden="true"></button>`}
${to(view.large ? 'usual' : 'large', say(view.large ? 'usual' : 'larger'))}
${to(view.contrast ? 'plain' : 'contrast', say(view.contrast ? 'plain' : 'contrast'))}
${languages.filter((one) => one !== language).map((one) => to(`lang:${one}`, nameOfLanguage(one), html` lang="${one}"`))}
</div>`
}

/** Pages without a form say in their address how they are to look. */
function query({ view, language }: Frame, set: string): string {
  const next = {
    large: set === 'large' || (view.large && set !== 'usual'),
    contrast: set === 'contrast' || (view.contrast && set !== 'plain'),
  }
  return `?${viewQuery(next, set.startsWith('lang:') ? set.slice(5) : language)}`
}

/** `lang=ru&view=large,contrast`: how an address carries view and language. */
export function viewQuery(view: View, language: string): string {
  const names = [view.large && 'large', view.contrast && 'contrast'].filter(Boolean).join(',')
  return `lang=${encodeURIComponent(language)}${names && `&view=${names}`}`
}

export const viewOf = (names: string | undefined): View => {
  const given = (names ?? '').split(',')
  return { large: given.includes('large'), contrast: given.includes('contrast') }
}
