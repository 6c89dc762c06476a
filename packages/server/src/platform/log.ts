import { type Logger, pino } from 'pino'

export type Log = Logger

/** Names of fields whose values never reach the log, at the top level or one level down. */
const SECRET_FIELDS = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'databaseUrl',
  'clickhouseUrl',
  'smtpUrl',
  'DATABASE_URL',
  'CLICKHOUSE_URL',
  'OTKLIK_SMTP_URL',
]

/**
 * The process log: one JSON object per line on standard output (or the given stream).
 * Fields with secrets are replaced by «[скрыто]», also in `req.headers`.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        ...SECRET_FIELDS,
        ...SECRET_FIELDS.map((name) => `*.${name}`),
        'req.headers.authorization',
        'req.headers.cookie',
        'res.headers["set-cookie"]',
      ],
      censor: '[скрыто]',
    },
  }
  return destination ? pino(options, destination) : pino(options, pino.destination({ sync: true }))
}

/** A log that says nothing: for tests and short commands. */
export function silentLog(): Log {
  return pino({ level: 'silent' })
}
