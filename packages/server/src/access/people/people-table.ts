import { roleEntry } from '@otklik/model/access'
import type { Person } from '@otklik/model/access/api'
import type { Column, TableRow, TableExport } from '../../platform/http/index.ts'

const COLUMNS: readonly Column[] = [
  { key: 'name', title: 'Имя' },
  { key: 'login', title: 'Имя для входа' },
  { key: 'mail', title: 'Почта' },
  { key: 'state', title: 'Состояние' },
  { key: 'roles', title: 'Роли' },
  { key: 'secondFactor', title: 'Второй фактор' },
  { key: 'createdAt', title: 'Заведён (UTC)', type: 'time' },
  { key: 'lastSignedInAt', title: 'Последний вход (UTC)', type: 'time' },
]
const STATES = { invited: 'Приглашён', active: 'Работает', deactivated: 'Доступ закрыт' } as const

/** The people found, as a file. */
export function peopleTable(people: AsyncIterable<Person>): TableExport {
  return { name: 'Люди', columns: COLUMNS, rows: rowsOf(people) }
}

async function* rowsOf(people: AsyncIterable<Person>): AsyncGenerator<TableRow> {
  for await (const person of people)
    yield {
      name: person.name,
      login: person.login,
      mail: person.mail,
      state: STATES[person.state],
      roles: person.memberships.map(roleWords).join('; '),
      secondFactor: person.secondFactor ? 'да' : 'нет',
      createdAt: wallClock(person.createdAt),
      lastSignedInAt: person.lastSignedInAt === null ? null : wallClock(person.lastSignedInAt),
    }
}

const roleWords = ({ role, organisation }: Person['memberships'][number]) =>
  `${roleEntry(role)?.name ?? role}, ${organisation.name}`
const wallClock = (instant: string) => instant.slice(0, 19)
