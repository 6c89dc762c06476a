/**
 * Cyrillic letters that look like Latin ones in the fonts people read logins in, and figures that look like letters.
 * A login is of one of these two scripts, so no more of Unicode's table of lookalikes is needed.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  п: 'n',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  з: '3',
  ь: 'b',
  б: '6',
  '0': 'o',
  '1': 'l',
  i: 'l',
}

/** Logins are compared without regard to case and to how a letter was put together. */
export const loginKey = (login: string): string => login.trim().normalize('NFKC').toLowerCase()

/** The same for two logins that people could take for one another: no two people may have such logins. */
export function loginSkeleton(login: string): string {
  const once = (text: string) => [...text].map((sign) => LOOKALIKES[sign] ?? sign).join('')
  // Twice, because a Cyrillic «і» becomes a Latin one, which looks like «l».
  return once(once(loginKey(login)))
}

/** Letters of one script, Latin or Cyrillic, figures and . _ - @; three to two hundred signs. */
export function isFitLogin(login: string): boolean {
  const key = loginKey(login)
  return /^[a-z0-9._@-]{3,200}$/.test(key) || /^[а-яё0-9._@-]{3,200}$/.test(key)
}
