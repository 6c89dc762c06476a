interface Trusting {
  readonly trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(text: string): string } }
}

let policy: { createHTML(text: string): string } | undefined

/** The parts of a page as elements. Where the site demands trusted types, by a policy of our own name. */
export function parsed(page: string): ChildNode[] {
  // Not in the types of every browser yet.
  policy ??= (globalThis as Trusting).trustedTypes?.createPolicy('otklik', { createHTML: (text: string) => text })
  const template = document.createElement('template')
  template.innerHTML = policy ? policy.createHTML(page) : page
  return [...template.content.childNodes]
}
