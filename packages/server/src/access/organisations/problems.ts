import { ORGANISATION_KINDS, type OrganisationKind } from '@otklik/model/access'
import { defineProblem } from '../../platform/problems/index.ts'

export const wrongPlace = defineProblem(
  'wrong_place',
  409,
  'Здесь такой организации не место',
  (kind: OrganisationKind, parent: OrganisationKind) =>
    `Вид «${ORGANISATION_KINDS[kind]}» не может подчиняться виду «${ORGANISATION_KINDS[parent]}».`,
)
export const organisationClosed = defineProblem(
  'organisation_closed',
  409,
  'Организация закрыта',
  (name: string) => `Организация «${name}» закрыта. Выберите действующую или откройте её снова.`,
)
export const rootStays = defineProblem(
  'root_stays',
  409,
  'Вершину нельзя ни закрыть, ни переподчинить',
  () => 'Вся система – вершина дерева организаций. Закрыть или переподчинить можно то, что стоит под ней.',
)
export const ownSubtree = defineProblem(
  'own_subtree',
  409,
  'Организация внутри самой себя',
  () => 'Выбрана сама организация или одна из тех, что стоят под ней. Выберите другую.',
)
export const tooDeep = defineProblem(
  'too_deep',
  409,
  'Слишком много уровней',
  (levels: number) => `Дерево организаций не глубже ${levels} уровней.`,
)

/** What has to go to a successor before an organisation can be closed. */
export interface Holdings {
  readonly children: number
  readonly memberships: number
  readonly suppliers: number
  readonly tokens: number
}
export const stillHolds = defineProblem(
  'organisation_holds',
  409,
  'За организацией числятся дела',
  ({ children, memberships, suppliers, tokens }: Holdings) =>
    `Назовите преемника: организаций под ней – ${children}, ролей людей – ${memberships}, поставщиков – ${suppliers}, ` +
    `действующих ключей – ${tokens}.`,
)
export const successorUnfit = defineProblem(
  'successor_unfit',
  409,
  'Преемник не подходит',
  (why: string) => `${why} Выберите другого преемника.`,
)
export const beyondReach = defineProblem(
  'beyond_reach',
  403,
  'За пределами вашей части системы',
  (what: string) => `Так вы стали бы видеть больше, чем сейчас: ${what}. Это делает администратор всей системы.`,
)
