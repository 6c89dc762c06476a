import type { LogLevel } from './config.ts'
import { MAIL_SETTINGS } from './mail-settings.ts'
import { OIDC_SETTINGS } from './oidc-settings.ts'
import { setting, yesNo } from './setting.ts'

export type { Setting } from './setting.ts'

/** A wrong setting. The message is one Russian sentence for the person who starts the server. */
export class ConfigError extends Error {
  readonly setting: string
  constructor(setting: string, given: string, expected: string) {
    super(`Неверное значение настройки ${setting}: «${shorten(given, setting)}». ${expected}`)
    this.name = 'ConfigError'
    this.setting = setting
  }
}

/** Addresses may hold passwords, so a wrong one is never repeated whole. */
function shorten(given: string, setting: string): string {
  if (setting.endsWith('_SECRET')) return given === '' ? '' : '***'
  const safe = /_(URL|ISSUER|ORIGINS)$/.test(setting) ? given.replace(/\/\/[^@/]*@/g, '//***@') : given
  return safe.length > 80 ? `${safe.slice(0, 80)}…` : safe
}

const GIB = 1024 ** 3
const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Every setting there is: the one source of reading, messages and the page in docs/operations.md. */
export const SETTINGS = {
  OTKLIK_DATA: setting('./data', 'Каталог данных: базы, принятые файлы, ключи.', String),
  HOST: setting('127.0.0.1', 'Адрес, на котором сервер принимает соединения. 0.0.0.0 – на всех.', String),
  PORT: setting('8080', 'Порт сервера. 0 – любой свободный.', whole(0, 65_535)),
  OTKLIK_PUBLIC_URL: setting(
    '',
    'Внешний адрес для ссылок. По умолчанию http://localhost:PORT.',
    url(['http:', 'https:']),
  ),
  OTKLIK_URL: setting(
    '',
    'Сервер для команд. По умолчанию – работающий на этом каталоге данных.',
    url(['http:', 'https:']),
  ),
  DATABASE_URL: setting(
    '',
    'Внешний PostgreSQL 15 и новее. По умолчанию – встроенный.',
    url(['postgres:', 'postgresql:']),
  ),
  OTKLIK_DATABASE_POOL: setting('10', 'Наибольшее число соединений с PostgreSQL.', whole(2, 500)),
  CLICKHOUSE_URL: setting('', 'Внешний ClickHouse 25.8 и новее. По умолчанию – встроенный.', url(['http:', 'https:'])),
  CLICKHOUSE_DATABASE: setting('otklik', 'База данных в ClickHouse.', identifier),
  OTKLIK_CLICKHOUSE_MEMORY: setting('1536M', 'Предел памяти встроенного ClickHouse.', bytes(256 * 1024 ** 2)),
  OTKLIK_CLICKHOUSE_SESSIONS: setting('10', 'Сколько запросов встроенный ClickHouse ведёт сразу.', whole(2, 64)),
  OTKLIK_LOG_LEVEL: setting('info', `Подробность журнала: ${LEVELS.join(', ')}.`, level),
  OTKLIK_MAX_UPLOAD_BYTES: setting('4G', 'Наибольший размер принимаемого файла.', bytes(1024)),
  OTKLIK_MAX_UNPACKED_BYTES: setting('32G', 'Наибольший размер архива после распаковки.', bytes(1024)),
  OTKLIK_MAX_ARCHIVE_FILES: setting('1000', 'Наибольшее число файлов в архиве.', whole(1, 1_000_000)),
  OTKLIK_MAX_ARCHIVE_RATIO: setting(
    '200',
    'Во сколько раз файл архива может вырасти при распаковке.',
    whole(2, 100_000),
  ),
  OTKLIK_MONTH_CLOSES_AFTER_DAYS: setting(
    '5',
    'На какой день после своего конца месяц закрывается: тогда ищутся критические значения.',
    whole(1, 28),
  ),
  OTKLIK_AUDIT_ANCHOR: setting(
    '',
    'Файл, куда дописываются отметки конца журнала действий. По умолчанию audit/heads.jsonl в каталоге данных.',
    optional,
  ),
  OTKLIK_TRUST_PROXY: setting('no', 'Верить заголовкам X-Forwarded-* балансировщика: yes или no.', yesNo),
  OTKLIK_SIGN_INS_PER_MINUTE: setting(
    '20',
    'Сколько неудачных попыток входа в минуту принимается с одного адреса; удачные не считаются, пока их не больше чем вдесятеро.',
    whole(1, 100_000),
  ),
  ...MAIL_SETTINGS,
  ...OIDC_SETTINGS,
} as const

export type SettingName = keyof typeof SETTINGS

function whole(min: number, max: number) {
  return (text: string): number | Error => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    return new Error(`Напишите целое число от ${min} до ${max}, например ${Math.max(min, Math.min(max, 10))}.`)
  }
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: GIB, T: 1024 * GIB }

function bytes(min: number) {
  return (text: string): number | Error => {
    const match = /^(\d+)([KMGT]?)$/i.exec(text)
    const value = match ? Number(match[1]) * (UNITS[(match[2] ?? '').toUpperCase()] ?? Number.NaN) : Number.NaN
    if (Number.isSafeInteger(value) && value >= min) return value
    return new Error(`Напишите размер в байтах или с буквой K, M, G, T, не меньше ${min}, например 2G.`)
  }
}

function url(protocols: readonly string[]) {
  return (text: string): string | undefined | Error => {
    if (text === '') return undefined
    const parsed = URL.parse(text)
    if (parsed && protocols.includes(parsed.protocol) && parsed.hostname !== '') return text.replace(/\/+$/, '')
    return new Error(`Напишите адрес, который начинается с ${protocols.map((p) => `${p}//`).join(' или ')}.`)
  }
}

function optional(text: string): string | undefined {
  return text === '' ? undefined : text
}

function identifier(text: string): string | Error {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(text)) return text
  return new Error('Напишите имя из латинских букв, цифр и знака _, которое начинается с буквы.')
}

function level(text: string): LogLevel | Error {
  return LEVELS.find((name) => name === text) ?? new Error(`Напишите одно из слов: ${LEVELS.join(', ')}.`)
}
