import { isAbsolute, resolve } from 'node:path'
import type { MailConfig } from './mail/index.ts'
import { ConfigError, SETTINGS, type SettingName } from './settings.ts'

export { ConfigError } from './settings.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** Everything the process takes from its environment. Sizes are in bytes, paths absolute, URLs without a trailing slash. */
export interface Config {
  dataDir: string
  host: string
  port: number
  /** The address people and suppliers see; the basis of links in letters and receipts. */
  publicUrl: string
  /** Where the command line finds the server; undefined: the running server recorded in the data directory. */
  serverUrl: string | undefined
  /** Undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined
  databasePoolSize: number
  /** Undefined: the embedded ClickHouse. */
  clickhouseUrl: string | undefined
  clickhouseDatabase: string
  clickhouseMemoryBytes: number
  clickhouseSessions: number
  logLevel: LogLevel
  maxUploadBytes: number
  maxUnpackedBytes: number
  maxArchiveFiles: number
  maxArchiveRatio: number
  /** The day of the next month from which a month counts as closed. */
  monthClosesAfterDays: number
  /** Where the end of the audit log is noted; undefined: in the data directory. */
  auditAnchor: string | undefined
  trustProxy: boolean
  /** Attempts to sign in that come to nothing, from one address. */
  signInsPerMinute: number
  /** Undefined: no letters are sent. */
  mail: MailConfig | undefined
  /** Undefined: there is no outside provider to sign in with. */
  oidc: OidcConfig | undefined
}

/** An outside OpenID Connect provider, as its operator knows us. */
export interface OidcConfig {
  /** To the letter as tokens name it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** For the button. */
  readonly name: string
  readonly scope: string
  /** Origins besides the issuer's own where its endpoints may lie. */
  readonly origins: readonly string[]
  /** It stands in an inner network: its hosts may have private addresses. */
  readonly privateNetwork: boolean
}

/**
 * Reads the settings from the environment. An empty value counts as not set.
 * @throws ConfigError with one Russian sentence that says what to write.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const value = <N extends SettingName>(name: N) => readSetting(env, name)
  const dataDir = value('OTKLIK_DATA')
  const host = value('HOST')
  const port = value('PORT')
  const anchor = value('OTKLIK_AUDIT_ANCHOR')
  const publicUrl = value('OTKLIK_PUBLIC_URL') ?? `http://localhost:${port}`
  const smtpUrl = value('OTKLIK_SMTP_URL')
  const mailFrom = value('OTKLIK_MAIL_FROM') ?? `Отклик <otklik@${new URL(publicUrl).hostname}>`
  return {
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
    host,
    port,
    publicUrl,
    serverUrl: value('OTKLIK_URL'),
    databaseUrl: value('DATABASE_URL'),
    databasePoolSize: value('OTKLIK_DATABASE_POOL'),
    clickhouseUrl: value('CLICKHOUSE_URL'),
    clickhouseDatabase: value('CLICKHOUSE_DATABASE'),
    clickhouseMemoryBytes: value('OTKLIK_CLICKHOUSE_MEMORY'),
    clickhouseSessions: value('OTKLIK_CLICKHOUSE_SESSIONS'),
    logLevel: value('OTKLIK_LOG_LEVEL'),
    maxUploadBytes: value('OTKLIK_MAX_UPLOAD_BYTES'),
    maxUnpackedBytes: value('OTKLIK_MAX_UNPACKED_BYTES'),
    maxArchiveFiles: value('OTKLIK_MAX_ARCHIVE_FILES'),
    maxArchiveRatio: value('OTKLIK_MAX_ARCHIVE_RATIO'),
    monthClosesAfterDays: value('OTKLIK_MONTH_CLOSES_AFTER_DAYS'),
    auditAnchor: anchor === undefined ? undefined : resolve(anchor),
    trustProxy: value('OTKLIK_TRUST_PROXY'),
    signInsPerMinute: value('OTKLIK_SIGN_INS_PER_MINUTE'),
    mail: smtpUrl === undefined ? undefined : { smtpUrl, mailFrom },
    oidc: readOidc(env),
  }
}

/** The three settings that make a provider are given together or not at all. */
function readOidc(env: Readonly<Record<string, string | undefined>>): OidcConfig | undefined {
  const value = <N extends SettingName>(name: N) => readSetting(env, name)
  const issuer = value('OTKLIK_OIDC_ISSUER')
  const clientId = value('OTKLIK_OIDC_CLIENT_ID')
  const clientSecret = value('OTKLIK_OIDC_CLIENT_SECRET')
  const [scope, origins] = [value('OTKLIK_OIDC_SCOPE'), value('OTKLIK_OIDC_ORIGINS')]
  const needed = {
    OTKLIK_OIDC_ISSUER: issuer,
    OTKLIK_OIDC_CLIENT_ID: clientId,
    OTKLIK_OIDC_CLIENT_SECRET: clientSecret,
  }
  const missing = Object.entries(needed).find(([, given]) => !given)
  if (missing && Object.values(needed).some(Boolean))
    throw new ConfigError(missing[0], '', `Задайте вместе ${Object.keys(needed).join(', ')} или не задавайте ни одной.`)
  if (!issuer) return undefined
  const privateNetwork = value('OTKLIK_OIDC_PRIVATE')
  return { issuer, clientId, clientSecret, name: value('OTKLIK_OIDC_NAME'), scope, origins, privateNetwork }
}

type SettingValue<N extends SettingName> = ReturnType<(typeof SETTINGS)[N]['parse']>

function readSetting<N extends SettingName>(env: Readonly<Record<string, string | undefined>>, name: N) {
  const setting = SETTINGS[name]
  const text = env[name]?.trim()
  const result = setting.parse(text ? text : setting.default)
  if (result instanceof Error) throw new ConfigError(name, text ?? '', result.message)
  // Each setting's parse returns its own type; TypeScript cannot follow that through the union.
  return result as Exclude<SettingValue<N>, Error>
}
