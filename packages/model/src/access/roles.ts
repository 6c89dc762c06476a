import { ALL_KINDS, type OrganisationKind, type OrganisationPath, parentPath, ROOT_PATH } from './organisations.ts'

/** `own`: the organisation and what stands under it; `territory`: the same of the organisation above it; `everything`. */
export type RoleReach = 'own' | 'territory' | 'everything'

export interface RoleEntry {
  readonly name: string
  /** One sentence for the rights page. */
  readonly about: string
  /** In organisations of which kinds the role can be held. */
  readonly kinds: readonly OrganisationKind[]
  readonly reach: RoleReach
}

const CENTRE = ['analytical_centre'] as const
const BODIES = ['federal_body', 'regional_body', 'municipal_body'] as const
/** Those who answer for their own services: authorities, МФЦ, institutions. */
const PROVIDERS = [...BODIES, 'mfc', 'institution'] as const
const FRONT_DESKS = [...PROVIDERS, 'coordinating_department', 'office'] as const

/**
 * Every role: where it can be held and how far it reaches. Which rights it has is said by each context of its own rights
 * (`<context>/rights.ts`). A role that is not in the table gives nothing.
 * Sources: 000, приложение № 7, пункт 3 (МЭР and authorities); 002, пункт 2 (persons of certification); 003, пункт 4
 * (organisers of evaluation); 004, пункт 4 (the coordinating department).
 */
export const ROLES = {
  administrator: {
    name: 'Администратор',
    about: 'Ведёт людей, организации, ключи и реестр своей части системы.',
    kinds: ALL_KINDS,
    reach: 'own',
  },
  ministry_observer: {
    name: 'Представитель МЭР',
    about: 'Смотрит всё, в том числе число респондентов по каждому органу; ничего не изменяет.',
    kinds: ['ministry'],
    reach: 'everything',
  },
  methodologist: {
    name: 'Методолог',
    about: 'Ведёт реестр и нормы, готовит перечни объектов сертификации, следит за показателями по всей системе.',
    kinds: CENTRE,
    reach: 'everything',
  },
  certification_curator: {
    name: 'Куратор сертификации',
    about:
      'Готовит перечни объектов сертификации, следит за показателями услуг, которые её проходят, и за критическими значениями после неё.',
    kinds: CENTRE,
    reach: 'everything',
  },
  quality_reviewer: {
    name: 'Рецензент качества',
    about: 'Проверяет качество поступающих данных по всей системе.',
    kinds: CENTRE,
    reach: 'everything',
  },
  working_group: {
    name: 'Участник рабочей группы',
    about: 'Читает и утверждает перечни объектов сертификации, видит показатели и реестр; отдельных запросов не видит.',
    kinds: ['system', 'ministry'],
    reach: 'everything',
  },
  client_centricity_lead: {
    name: 'Ответственный за клиентоцентричность',
    about: 'Координирует органы своего субъекта или ведомства: показатели, критические значения, люди.',
    kinds: ['region', ...BODIES],
    reach: 'own',
  },
  digital_lead: {
    name: 'Ответственный за цифровизацию',
    about: 'Отвечает за передачу первичных данных: поставщики, ключи, пакеты, реестр.',
    kinds: ['region', ...BODIES],
    reach: 'own',
  },
  optimisation_centre: {
    name: 'Региональный центр оптимизации',
    about: 'Поддерживает органы своего субъекта в оптимизации услуг: смотрит показатели и запросы.',
    // Not in the region itself: what stands above that is the whole system.
    kinds: ['institution', 'coordinating_department'],
    reach: 'territory',
  },
  monitoring_coordinator: {
    name: 'Координатор мониторинга',
    about: 'Обобщает показатели исполнительных органов своей территории.',
    kinds: ['coordinating_department'],
    reach: 'territory',
  },
  authority_head: {
    name: 'Руководитель органа',
    about: 'Смотрит всё о своём органе и принимает критические значения к сведению.',
    kinds: PROVIDERS,
    reach: 'own',
  },
  evaluation_organiser: {
    name: 'Организатор оценки',
    about: 'Организует сбор и анализ обратной связи органа, ведёт его услуги в реестре, передаёт пакеты.',
    kinds: PROVIDERS,
    reach: 'own',
  },
  authority_analyst: {
    name: 'Аналитик органа',
    about: 'Смотрит показатели и запросы своего органа.',
    kinds: PROVIDERS,
    reach: 'own',
  },
  appeals_officer: {
    name: 'Специалист по обращениям',
    about: 'Регистрирует обращения своего органа, назначает исполнителей, отвечает заявителям.',
    kinds: PROVIDERS,
    reach: 'own',
  },
  executor: {
    name: 'Исполнитель',
    about: 'Готовит ответы на обращения, которые ему назначены; других обращений не видит.',
    kinds: PROVIDERS,
    reach: 'own',
  },
  data_supplier: {
    name: 'Поставщик данных',
    about: 'Только передаёт пакеты своей организации и получает квитанции.',
    kinds: ['region', ...FRONT_DESKS],
    reach: 'own',
  },
  interviewer: {
    name: 'Интервьюер',
    about: 'Сотрудник, который опрашивает заявителей на месте. Данных других людей не видит.',
    kinds: FRONT_DESKS,
    reach: 'own',
  },
  phone_operator: {
    name: 'Оператор телефона',
    about: 'Сотрудник, который опрашивает заявителей по телефону. Данных других людей не видит.',
    kinds: FRONT_DESKS,
    reach: 'own',
  },
  paper_clerk: {
    name: 'Ввод бумажных анкет',
    about: 'Сотрудник, который вносит анкеты с бумаги. Данных других людей не видит.',
    kinds: FRONT_DESKS,
    reach: 'own',
  },
} as const satisfies Readonly<Record<string, RoleEntry>>
export type RoleName = keyof typeof ROLES

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_ROLES = Object.keys(ROLES) as readonly RoleName[]

export const isRole = (word: string): word is RoleName => Object.hasOwn(ROLES, word)

/** One right: its name completes «У вас нет права …» and stands on the rights page. */
export interface RightEntry {
  readonly name: string
  /** It only shows and changes nothing. */
  readonly reads: boolean
  /** A key of a machine may be given it; people's affairs stay with people. */
  readonly machines: boolean
  /** Whoever looks after people gives roles that have it without having it: their own work has no need of it. */
  readonly givenWithoutHaving?: boolean
  readonly roles: readonly RoleName[]
}
/** The rights of a context, by name: `thing.verb`. */
export type RightTable = Readonly<Record<string, RightEntry>>

/** The entry of a role under its general type; undefined for a word that names none. */
export const roleEntry = (role: string): RoleEntry | undefined => (isRole(role) ? ROLES[role] : undefined)

/** Whether the role can be held in an organisation of this kind. */
export const fitsKind = (role: string, kind: OrganisationKind): boolean =>
  roleEntry(role)?.kinds.includes(kind) ?? false

/** The top of the part of the tree that a role reaches when it is held in the organisation at this path. */
export function topOf(role: string, path: OrganisationPath): OrganisationPath {
  const reach = roleEntry(role)?.reach ?? 'own'
  if (reach === 'everything') return ROOT_PATH
  return reach === 'territory' ? parentPath(path) : path
}
