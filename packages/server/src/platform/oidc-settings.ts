import { isLoopbackHost } from './inner-addresses.ts'
import { setting, yesNo } from './setting.ts'

/** Sign-in through an outside OpenID Connect provider; without an issuer there is none. */
export const OIDC_SETTINGS = {
  OTKLIK_OIDC_ISSUER: setting(
    '',
    'Внешняя система входа (OpenID Connect): её адрес issuer, https. По умолчанию её нет.',
    issuer,
  ),
  OTKLIK_OIDC_CLIENT_ID: setting('', 'Имя (client_id), под которым Отклик заведён во внешней системе.', String),
  OTKLIK_OIDC_CLIENT_SECRET: setting('', 'Секрет (client_secret) для внешней системы.', String),
  OTKLIK_OIDC_NAME: setting('Внешняя система', 'Название внешней системы на кнопке входа.', String),
  OTKLIK_OIDC_SCOPE: setting('openid', 'Запрашиваемые сведения (scope) через пробел.', scope),
  OTKLIK_OIDC_ORIGINS: setting(
    '',
    'Другие узлы внешней системы через запятую, если её адреса лежат не только на узле issuer: https://host.',
    origins,
  ),
  OTKLIK_OIDC_PRIVATE: setting(
    'no',
    'Внешняя система стоит во внутренней сети: разрешить её узлам частные адреса (10.0.0.0/8 и подобные): yes или no.',
    yesNo,
  ),
} as const

/** Kept as it is written: tokens name the issuer to the letter. */
function issuer(text: string): string | undefined | Error {
  if (text === '') return undefined
  const url = URL.parse(text)
  if (url && isPlain(url) && isSafe(url)) return text
  return new Error('Напишите адрес https:// без параметров, как в поле issuer внешней системы.')
}

function origins(text: string): readonly string[] | Error {
  const urls = text.split(/[\s,]+/).filter(Boolean)
  const parsed = urls.map((url) => URL.parse(url))
  const good = parsed.filter((url) => url !== null && isPlain(url) && isSafe(url) && url.pathname === '/')
  if (good.length === urls.length) return good.flatMap((url) => url?.origin ?? [])
  return new Error('Напишите адреса узлов через запятую: https://host или https://host:port.')
}

function scope(text: string): string | Error {
  if (/^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$/.test(text) && text.split(' ').includes('openid'))
    return text
  return new Error('Напишите слова через пробел, среди них openid.')
}

const isPlain = (url: URL) => url.username === '' && url.password === '' && url.search === '' && url.hash === ''

/** Without encryption only on this very machine: a provider under test, or a gateway that stands beside. */
const isSafe = (url: URL) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname))
