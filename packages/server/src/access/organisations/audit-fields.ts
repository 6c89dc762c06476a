import type { OrganisationRow } from './find.ts'

type Kept = Pick<
  OrganisationRow,
  'name' | 'short_name' | 'region' | 'zone' | 'ogrn' | 'address' | 'phone' | 'mail' | 'authority_id' | 'office'
>

/** The fields of an organisation as the audit remembers them, under the names of the contract. */
export function auditFields({ name, short_name, region, zone, ogrn, address, phone, mail, ...rest }: Kept) {
  const { authority_id: authority, office } = rest
  return { name, shortName: short_name, region, zone, ogrn, address, phone, mail, authority, office }
}
