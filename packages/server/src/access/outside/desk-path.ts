/**
 * The path of the desk to return to, or `/` for everything else: another site, another scheme, a call of the API.
 * Control characters and backslashes are read by browsers as something else than they look like.
 */
export function deskPath(given: string | null | undefined): string {
  if (!given?.startsWith('/') || /[\p{Cc}\s\\]/u.test(given)) return '/'
  const base = 'http://desk.invalid'
  const url = URL.parse(given, base)
  if (url === null || url.origin !== base || url.pathname.startsWith('//') || /^\/api(\/|$)/i.test(url.pathname))
    return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
