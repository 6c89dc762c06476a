import { fieldsOf } from './fields.ts'

const LIFE_MS = 24 * 3600_000

/** What was typed on a page that was left, with the state that came with it. */
interface Draft {
  readonly at: number
  readonly fields: readonly (readonly [string, string])[]
}

const keyOf = (place: string): string => `otklik-draft-${place}`

/** A browser may keep nothing at all: then there are no drafts. */
function stored(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

export const forget = (place: string): void => stored()?.removeItem(keyOf(place))

/** The server puts the offer only into a page that was opened anew. */
const offerOf = (): HTMLTemplateElement | null => document.querySelector<HTMLTemplateElement>('template#draft')

/** Keeps what is typed with every change, until it is sent. */
export function keepDraft(main: HTMLElement, place: string): void {
  main.addEventListener('input', () => write(main, place))
  if (offerOf() === null) write(main, place)
}

function write(main: HTMLElement, place: string): void {
  const fields = fieldsOf(main, true).filter(([name]) => name !== '_url')
  try {
    stored()?.setItem(keyOf(place), JSON.stringify({ at: Date.now(), fields } satisfies Draft))
  } catch {
    // No room: the page works without.
  }
}

function read(place: string): Draft | undefined {
  try {
    // Only this script writes there.
    const draft = JSON.parse(stored()?.getItem(keyOf(place)) ?? 'null') as Draft | null
    return draft && Date.now() - draft.at < LIFE_MS ? draft : undefined
  } catch {
    return undefined
  }
}

/** On a page that was opened anew: offers to go on where it was left. */
export function offerDraft(main: HTMLElement, place: string): void {
  const template = offerOf()
  const draft = template ? read(place) : undefined
  const offer = template && draft && document.importNode(template.content, true).firstElementChild
  if (!offer) return
  offer.querySelector('[data-draft=go]')?.addEventListener('click', () => resume(place, draft))
  offer.querySelector('[data-draft=drop]')?.addEventListener('click', () => {
    forget(place)
    offer.remove()
  })
  main.querySelector('h1')?.after(offer)
}

/** Sends the page that was left as it was, and asks to stay on it. */
function resume(place: string, { fields }: Draft): void {
  const again = document.createElement('form')
  again.method = 'post'
  again.action = place
  again.hidden = true
  again.append(...[...fields, ['_go', 'stay'] as const].map(([name, value]) => fieldOf(name, value)))
  document.body.append(again)
  // A question may be called `submit`.
  HTMLFormElement.prototype.submit.call(again)
}

/** Of all fields only this kind keeps the breaks of lines. */
function fieldOf(name: string, value: string): HTMLTextAreaElement {
  const field = document.createElement('textarea')
  field.name = name
  field.value = value
  return field
}
