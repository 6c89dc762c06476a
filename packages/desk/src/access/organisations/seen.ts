import { ALL_ROLES, fitsKind, type OrganisationKind, roleEntry } from '@otklik/model/access'
import type { Organisation } from '@otklik/model/access/api'

/** Why people of an organisation see records. */
export type Seen =
  | { readonly why: 'everything' | 'by_role' | 'under' }
  | { readonly why: 'region'; readonly region: string }
  | { readonly why: 'authority' | 'office'; readonly name: string }

type Given = Pick<Organisation, 'kind' | 'region' | 'authority' | 'authorityName' | 'office' | 'children'>

/**
 * What people of an organisation see by its place and its fields, as the server reckons it: everything at the root, a
 * region whole, services of an authority, requests of an office, and what is seen under it. Where roles are given that
 * see the whole system, those see it besides.
 */
export function seenFrom({ kind, region, authority, authorityName, office, children }: Given): readonly Seen[] {
  if (kind === 'system') return [{ why: 'everything' }]
  return [
    ...(kind === 'region' && region !== null ? [{ why: 'region' as const, region }] : []),
    ...(authority === null ? [] : [{ why: 'authority' as const, name: authorityName ?? authority }]),
    ...(office === null ? [] : [{ why: 'office' as const, name: office }]),
    ...(children > 0 ? [{ why: 'under' as const }] : []),
    ...(hasWideRoles(kind) ? [{ why: 'by_role' as const }] : []),
  ]
}

const hasWideRoles = (kind: OrganisationKind): boolean =>
  ALL_ROLES.some((role) => fitsKind(role, kind) && roleEntry(role)?.reach === 'everything')
