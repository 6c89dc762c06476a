import { addDays } from '@otklik/model/days'
import { followComplaints, freezeQuarter, insertAppeals, receiveAppeal } from '../../appeals/index.ts'
import { openMasker } from '../../change/index.ts'
import { readComplaints } from '../../facts/index.ts'
import type { Installation } from '../../installation.ts'
import { bySystem } from '../../platform/audit/index.ts'
import { authorityNumbers } from '../../register/index.ts'
import { demoPerson } from '../lists/demo-person.ts'
import { authorityName } from '../places.ts'
import type { DemoOptions } from '../plan.ts'
import { demoAppeals } from './make.ts'

/** A year of appeals in bulk, three of today's through the call of an officer, and the last quarter frozen by the head. */
export async function fillAppeals(
  { db, ch, cipher }: Pick<Installation, 'db' | 'ch' | 'cipher'>,
  { seed, today }: Pick<DemoOptions, 'seed' | 'today'>,
): Promise<void> {
  const numbers = await authorityNumbers(db)
  const own = Number(numbers.get(authorityName('education')))
  const authorities = [own, ...[...numbers.values()].map(Number).filter((id) => id !== own)]
  const executor = await demoPerson(db, 'executor')
  const made = demoAppeals({ seed, today, authorities, executor })
  await followComplaints(db, await readComplaints(ch))
  await db.transaction().execute((tx) => insertAppeals(tx, made, bySystem()))
  const at = new Date(`${today}T09:00:00+03:00`)
  await receiveToday({ db, cipher }, own, { who: await demoPerson(db, 'appeals'), at })
  await freezeQuarter(db, { ...lastQuarter(today), authority: own }, { who: await demoPerson(db, 'head'), at })
}

const TODAY = [
  'Справка обещана к пятнице, её нет. Прошу позвонить: 8 900 000-00-00.',
  'Не могу записаться на приём: страница записи пуста вторую неделю.',
  'Прошу разъяснить, почему отказано в приёме заявления.',
]

async function receiveToday(
  { db, cipher }: Pick<Installation, 'db' | 'cipher'>,
  authority: number,
  caller: Parameters<typeof receiveAppeal>[2],
): Promise<void> {
  // Nobody is written to: the applicants have not agreed to letters.
  const deps = { db, cipher, jobs: { enqueue: async () => null }, masker: openMasker }
  for (const [at, text] of TODAY.entries()) {
    const contact = { name: 'Заявитель', mail: `applicant-${at + 1}@example.test`, phone: null, address: null }
    const origin = { service: null, office: null, requestId: null, externalNumber: null, topics: [], consent: null }
    const received = caller.at.toISOString().slice(0, 10)
    const what = { authority, kind: 'complaint', source: 'site', received, text, contact, ...origin } as const
    await receiveAppeal(deps, { ...what, rule: at === 2 ? null : '59.answer' }, caller)
  }
}

/** The quarter that ended last, as of its tenth day after or of today. */
function lastQuarter(today: string): { quarter: string; as_of: string } {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const number = Math.ceil(month / 3)
  const begun = `${year}-${String((number - 1) * 3 + 1).padStart(2, '0')}-01`
  const tenth = addDays(begun, 9)
  const quarter = number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`
  return { quarter, as_of: tenth < today ? tenth : today }
}
