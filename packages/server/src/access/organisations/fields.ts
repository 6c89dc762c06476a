import { badField } from '../../platform/problems/index.ts'
import { isFitMail, type OrganisationKind } from '@otklik/model/access'
import type { OrganisationFields } from '@otklik/model/access/api'
import { isOgrn } from '@otklik/model/exchange'
import type { Tx } from '../../platform/postgres/open.ts'
import { fold, tidy, tidyOrNull } from '../../platform/text.ts'
import { findAuthority, type FoundAuthority, requireRegion, requireZone } from '../../register/index.ts'

export type MayLink = (authority: FoundAuthority) => boolean

/** The fields as the table keeps them. Throws `invalid_request` that names the field. */
export async function prepareFields(
  tx: Tx,
  { given, kind, mayLink }: { given: OrganisationFields; kind: OrganisationKind; mayLink: MayLink },
) {
  const name = tidy(given.name)
  if (name === '') throw badField('name', 'Напишите наименование.')
  await checkPlace(tx, given, kind)
  if (given.ogrn !== null && !isOgrn(given.ogrn)) throw badField('ogrn', 'Контрольная цифра ОГРН не сходится.')
  const short_name = tidyOrNull(given.shortName)
  return {
    name,
    short_name,
    region: given.region,
    zone: given.zone,
    ogrn: given.ogrn,
    address: tidyOrNull(given.address),
    phone: tidyOrNull(given.phone),
    mail: mailOf(given.mail),
    authority_id: await authorityOf(tx, given.authority, mayLink),
    office: tidyOrNull(given.office),
    folded: fold([name, short_name, given.ogrn].filter((part) => part !== null).join(' ')),
  }
}

async function checkPlace(tx: Tx, { region, zone }: OrganisationFields, kind: OrganisationKind): Promise<void> {
  if (kind === 'region' && region === null) throw badField('region', 'Напишите код субъекта, две цифры.')
  await requireRegion(tx, region)
  if (zone !== null) requireZone(zone)
}

function mailOf(given: string | null): string | null {
  const mail = tidyOrNull(given)
  if (mail !== null && !isFitMail(mail)) throw badField('mail', 'Это не адрес почты.')
  return mail
}

/** One answer for an authority that is not there and for one that may not be linked: nothing can be learnt by trying. */
async function authorityOf(tx: Tx, id: string | null, mayLink: MayLink): Promise<number | null> {
  if (id === null) return null
  const found = await findAuthority(tx, id)
  if (found === undefined || !mayLink(found))
    throw badField('authority', 'Такого органа в реестре нет, или он вне вашей части системы.')
  return found.id
}
