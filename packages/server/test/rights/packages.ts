import { Readable } from 'node:stream'
import type { Installation } from '../../src/installation.ts'
import { receivePackage } from '../../src/exchange/index.ts'
import { FEDERAL, officeOf, type Part } from './parts.ts'

export const DAY = '2026-06-30'

/** A day of a part: two requests for its own service and one for the federal one, of each kind of file; a row is set aside. */
function filesOf({ word, code, region, service }: Part): Record<string, string> {
  const office = officeOf(word)
  const request = (number: string, of: string) => `${code}-${number};${of};МФЦ;${region};${office};ФЛ;Ж;035`
  const bad = `${code}-bad;${service};МФЦ;${word};${office};ФЛ;Ж;035`
  const ids = ['1', '2', 'federal']
  return {
    [`${code}-services.csv`]: csv('service_id;name;authority;region;kind', [
      `${service};${word}ая справка;${word}ое министерство;${region};услуга`,
      `${FEDERAL};Паспорт;Федеральная служба;;услуга`,
    ]),
    [`${code}-requests.csv`]: csv('request_id;service_id;submission_channel;region;office;applicant_kind;gender;age', [
      ...ids.map((id) => request(id, id === 'federal' ? FEDERAL : service)),
      bad,
    ]),
    [`${code}-events.csv`]: csv(
      'request_id;section;status;date;time',
      ids.flatMap((id) => [`${code}-${id};ЕПГУ;17;05.05.2026;10:00:00`, `${code}-${id};ЕПГУ;4;06.05.2026;10:00:00`]),
    ),
    [`${code}-ratings.csv`]: csv(
      'request_id;rated_at;score;review',
      ids.map((id) => `${code}-${id};07.05.2026 10:00:00;2;${word}ий отзыв`),
    ),
  }
}

const csv = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\r\n')}\r\n`

/** The file of a part's package that has rows set aside, by its number. */
export const SET_ASIDE_FILE = 1

/** A package of a part that is in and has no rows; returns its number. */
export async function emptyPackage(db: Installation['db'], { code }: Part): Promise<number> {
  const made = { supplier: code, date: DAY, name: `${code}.csv`, bytes: 0, folder: '-', received_at: new Date() }
  const { id } = await db
    .insertInto('exchange_packages')
    .values({ ...made, state: 'accepted', phase: 'done' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a part's package in and imports it; returns its number. */
export async function sendPart({ db, config, imports }: Installation, part: Part): Promise<number> {
  const files = Object.entries(filesOf(part)).map(([name, text]) => ({
    name,
    open: () => Readable.from([Buffer.from(text)]),
  }))
  const { id } = await receivePackage(
    { db, dataDir: config.dataDir },
    { supplier: part.code, date: DAY, name: `${part.code}.zip`, files, who: 'system' },
  )
  await imports.run()
  const { state } = await db
    .selectFrom('exchange_packages')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (state !== 'partly') throw new Error(`the package of ${part.code} is ${state}, not in but for one row`)
  await findOfficeGone(db, part)
  return id
}

/** What the job would say of a part's day on which its office was missing. */
async function findOfficeGone(db: Installation['db'], { word, code }: Part): Promise<void> {
  const about = officeOf(word)
  const finding = { code: 'office_gone', about, got: 0, of: 3, usual: 0.5 } as const
  await db
    .insertInto('exchange_findings')
    .values({
      supplier: code,
      date: DAY,
      code: finding.code,
      about,
      finding: JSON.stringify(finding),
      since: DAY,
      found_at: new Date(),
    })
    .execute()
}
