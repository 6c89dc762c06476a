import { resolve } from 'node:path'
import { dayOf } from '@otklik/model/days'
import { DEMO_PASSWORD, DEMO_PEOPLE, demoAccount } from '../demo/accounts.ts'
import { fillDemo } from '../demo/fill.ts'
import { leaveSoon, type RunningInstallation, startServer, stopSignal } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { startBar } from './terminal/bar.ts'
import { parse, UsageError } from './usage.ts'

const options = { seed: { type: 'string' }, requests: { type: 'string' }, months: { type: 'string' } } as const
const loopback = ['127.0.0.1', 'localhost', '::1']

/** `otklik demo`: a server over a fictitious region, filled at the first start; data in ./data/demo unless OTKLIK_DATA says. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, options)
  const asked = {
    seed: whole('seed', values.seed, 1),
    requests: whole('requests', values.requests, 200_000),
    months: whole('months', values.months, 12),
    today: dayOf(new Date()),
    region: '00',
  }
  const config = readConfig({ ...process.env, OTKLIK_DATA: process.env.OTKLIK_DATA ?? resolve('data/demo') })
  if (!loopback.includes(config.host))
    throw new UsageError(
      'Демонстрация открывается известным паролем и поэтому работает только на 127.0.0.1. Уберите настройку HOST.',
    )
  const log = createLog(process.env.OTKLIK_LOG_LEVEL ? config.logLevel : 'warn')
  const server = await startServer(config, log, { demo: true })
  say(`Отклик работает: ${config.publicUrl}\nИмя: ${demoAccount.login}, пароль: ${DEMO_PASSWORD}`)
  say(`С тем же паролем, по одному на каждую роль: ${DEMO_PEOPLE.map(({ login }) => login).join(', ')}`)
  const stopped = stopSignal()
  if (await isEmpty(server)) await Promise.race([fill(server, asked), stopped])
  await stopped
  await server.stop()
  leaveSoon()
  return 0
}

const say = (line: string) => process.stderr.write(`${line}\n`)

async function isEmpty({ installation }: RunningInstallation): Promise<boolean> {
  return (await installation.db.selectFrom('access_users').select('id').limit(1).executeTakeFirst()) === undefined
}

async function fill({ installation }: RunningInstallation, asked: Parameters<typeof fillDemo>[1]): Promise<void> {
  const started = Date.now()
  say('Данные вымышленной «Демонстрационной области» принимаются пакет за пакетом; смотреть можно уже сейчас.')
  // About ten events a request, and the packages' number is known only at the end: rows stand for bytes.
  const bar = startBar((asked.requests ?? 0) * 11.4)
  const done = await fillDemo(installation, asked, ({ rows }) => bar.show({ rows, bytes: rows }))
  bar.stop()
  const seconds = Math.round((Date.now() - started) / 1000)
  say(`Принято пакетов: ${done.packages}, строк: ${done.rows.toLocaleString('ru')}, за ${seconds} с.`)
}

function whole(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  if (!/^\d{1,7}$/.test(text)) throw new UsageError(`Параметр --${name}: нужно целое число, а дано «${text}».`)
  return Number(text)
}
