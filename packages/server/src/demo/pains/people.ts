import type { Principal, UserPrincipal } from '@otklik/model/access'
import { rememberReaches } from '../../access/index.ts'
import type { Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { demoPerson } from '../lists/demo-person.ts'

/** Who acts in the ministry of education; each sees its part alone. */
export interface PainsPeople {
  readonly analyst: UserPrincipal
  readonly organiser: UserPrincipal
  readonly head: UserPrincipal
  /** Of the region: for services of the city. */
  readonly admin: UserPrincipal
}

export const on = (who: Principal, day: string): Caller<Principal> => ({ who, at: new Date(`${day}T08:00:00Z`) })

export async function peopleOf(db: Db): Promise<PainsPeople> {
  const reaches = rememberReaches(db)
  const person = async (login: string): Promise<UserPrincipal> => {
    const found = await demoPerson(db, login)
    return found.as === null ? found : { ...found, reach: await reaches(found.as.organisation.path) }
  }
  return {
    analyst: await person('analyst'),
    organiser: await person('organiser'),
    head: await person('head'),
    admin: await person('admin'),
  }
}
