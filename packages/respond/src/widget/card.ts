import { notNow } from './not-now.ts'
import { parsed } from './parsed.ts'

export interface CardOptions {
  /** Of the server. */
  readonly origin: string
  /** `campaign/link` */
  readonly path: string
  readonly campaign: string
  /** Where the card stands in the page; null: over a corner of the window. */
  readonly place: Element | null
  readonly language?: string
  readonly styles: readonly string[]
}

const TEXTS = {
  ru: { later: 'Не сейчас', close: 'Закрыть', title: 'Опрос', link: 'Ответить на несколько вопросов о качестве услуг' },
  en: { later: 'Not now', close: 'Close', title: 'Survey', link: 'Answer a few questions about this service' },
}

/** Puts the card into the page. Its form is sent by fetch, and what comes back stands in its place. */
export function card({ origin, path, campaign, place, language, styles }: CardOptions): void {
  const words = language === 'en' ? TEXTS.en : TEXTS.ru
  const host = document.createElement('otklik-card')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = styles.map(sheetOf)
  const bar = element('div', 'bar', root)
  const inside = element('div', 'inside', root)
  const close = element('button', 'close', bar)
  close.type = 'button'
  close.textContent = words.later
  close.addEventListener('click', () => {
    notNow(campaign)
    host.remove()
  })
  host.setAttribute('role', 'complementary')
  host.setAttribute('aria-label', words.title)
  if (place === null) host.setAttribute('corner', '')
  ;(place ?? document.body).append(host)

  const show = (page: string): void => {
    const hadFocus = root.activeElement !== null
    inside.replaceChildren(...parsed(page))
    const section = inside.querySelector<HTMLElement>('[data-otklik]')
    if (section?.dataset.otklik === 'done') {
      notNow(campaign)
      close.textContent = words.close
    }
    // Who is at it stays in the card; who is not keeps the focus where it is.
    if (hadFocus) (inside.querySelector<HTMLElement>('.errors') ?? section)?.focus({ preventScroll: true })
    inside.scrollTop = 0
  }
  const become = (): void => {
    const link = element('a', 'link', undefined)
    link.href = `${origin}/r/${path}`
    link.target = '_blank'
    link.rel = 'noopener'
    link.textContent = words.link
    inside.replaceChildren(link)
  }
  const ask = async (query: string, body?: URLSearchParams): Promise<void> => {
    try {
      const options = body ? { method: 'POST', body } : {}
      const answer = await fetch(`${origin}/w/${path}${query}`, { ...options, credentials: 'omit' })
      show(await answer.text())
    } catch {
      // The site lets nothing be fetched, or the server is away.
      become()
    }
  }
  inside.addEventListener('submit', (event) => {
    event.preventDefault()
    const { target, submitter } = event
    if (target instanceof HTMLFormElement) void ask('', fieldsOf(target, submitter))
  })
  inside.addEventListener('click', (event) => followLink(event, root))
  void ask(language === undefined ? '' : `?lang=${encodeURIComponent(language)}`)
}

function sheetOf(style: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  return sheet
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, into?: Node) {
  const made = document.createElement(name)
  made.className = className
  into?.appendChild(made)
  return made
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const [name, value] = ['name', 'value'].map((one) => submitter?.getAttribute(one))
  fields.append(name || '_go', value || 'next')
  return fields
}

/** Links from the list of errors: inside of a shadow an address finds nothing. */
function followLink(event: Event, root: ShadowRoot): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  if (link === null) return
  event.preventDefault()
  root.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.focus()
}
