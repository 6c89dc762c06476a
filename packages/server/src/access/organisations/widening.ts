import { type Actor, reachOfActor } from '../../platform/audit/index.ts'
import { type Reach, reachesAuthority, reachesRegion } from '@otklik/model/access'
import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { authoritiesWithin } from '../../register/index.ts'
import type { MayLink } from './fields.ts'
import { beyondReach } from './problems.ts'
import { readReach } from './reaches.ts'

/**
 * Runs a change of the tree and refuses it when its author would see more of the records afterwards than before: who
 * keeps a part of the tree could otherwise call any organisation in it a neighbour's region, authority or office. Asked
 * of the outcome, so that no way of changing the tree is forgotten; call it with the tree held.
 */
export async function withoutWidening<T>(tx: Tx, who: Actor, change: (mayLink: MayLink) => Promise<T>): Promise<T> {
  const { everything, top } = reachOfActor(who)
  if (everything || top === null) return change(() => true)
  const before = await readReach(tx, top)
  const result = await change(
    ({ name, region }) => reachesAuthority(before, name) || (region !== null && reachesRegion(before, region)),
  )
  const gained = await gainedBy(tx, before, await readReach(tx, top))
  if (gained !== undefined) throw problem(beyondReach, gained)
  return result
}

/** What the later reach has that neither stood in the earlier one nor lies in its regions; undefined: nothing. */
async function gainedBy(tx: Tx, before: Reach, after: Reach): Promise<string | undefined> {
  const region = after.regions.find((code) => !before.regions.includes(code))
  if (region !== undefined) return `субъект ${region}`
  const named = new Set(before.offices.map(officeKey))
  const office = after.offices.find((one) => !before.regions.includes(one.region) && !named.has(officeKey(one)))
  if (office !== undefined) return `запросы офиса «${office.name}» субъекта ${office.region}`
  const supplier = after.suppliers.find((code) => !before.suppliers.includes(code))
  if (supplier !== undefined) return `поставщик ${supplier}`
  const fresh = after.authorities.filter((name) => !before.authorities.includes(name))
  const own = await authoritiesWithin(tx, fresh, before.regions)
  const authority = fresh.find((name) => !own.has(name))
  return authority === undefined ? undefined : `услуги органа «${authority}»`
}

const officeKey = ({ region, name }: { region: string; name: string }) => `${region}\n${name}`
