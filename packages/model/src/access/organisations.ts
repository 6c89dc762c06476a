/** What an organisation is, with its Russian name. */
export const ORGANISATION_KINDS = {
  system: 'Вся система',
  ministry: 'Министерство (МЭР)',
  analytical_centre: 'Аналитический центр',
  region: 'Субъект Российской Федерации',
  coordinating_department: 'Координирующее подразделение',
  federal_body: 'Федеральный орган (ФОИВ)',
  regional_body: 'Исполнительный орган субъекта (ОИВ)',
  municipal_body: 'Орган местного самоуправления (ОМСУ)',
  mfc: 'МФЦ',
  institution: 'Подведомственная организация',
  office: 'Подразделение (офис)',
} as const
export type OrganisationKind = keyof typeof ORGANISATION_KINDS

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_KINDS = Object.keys(ORGANISATION_KINDS) as readonly OrganisationKind[]

const BODIES = ['federal_body', 'regional_body', 'municipal_body'] as const

/** Under which kinds an organisation of a kind may stand. Only the root stands under nothing. */
export const PARENT_KINDS: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  system: [],
  ministry: ['system'],
  analytical_centre: ['system', 'ministry'],
  region: ['system'],
  coordinating_department: ['region', ...BODIES],
  federal_body: ['system'],
  regional_body: ['region', 'regional_body'],
  municipal_body: ['region', 'municipal_body'],
  mfc: ['region', 'municipal_body'],
  institution: ['region', ...BODIES],
  office: [...BODIES, 'mfc', 'institution', 'office'],
}

export const mayStandUnder = (kind: OrganisationKind, parent: OrganisationKind): boolean =>
  PARENT_KINDS[kind].includes(parent)

/**
 * Where an organisation stands in the tree: the numbers from the root down to itself between slashes, `/1/5/12/`. One
 * lies within another exactly when its path begins with the other's.
 */
export type OrganisationPath = string

export const ROOT_PATH: OrganisationPath = '/1/'

/** The path of the organisation above; the root's own for the root. */
export function parentPath(path: OrganisationPath): OrganisationPath {
  const above = path.replace(/\d+\/$/, '')
  return above === '/' ? path : above
}
