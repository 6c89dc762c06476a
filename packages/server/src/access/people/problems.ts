import { ORGANISATION_KINDS, type OrganisationKind } from '@otklik/model/access'
import { defineProblem } from '../../platform/problems/index.ts'

export const notWhole = defineProblem(
  'not_whole',
  403,
  'Человек состоит и в других организациях',
  () => 'Этот человек состоит и в организациях вне вашей части. Изменить его может тот, кто видит их все.',
)
export const unknownRole = defineProblem(
  'unknown_role',
  400,
  'Такой роли нет',
  (role: string) => `Роли «${role}» нет. Выберите роль из перечня.`,
)
export const roleUnfit = defineProblem(
  'role_unfit',
  409,
  'Роль здесь не даётся',
  (role: string, kind: OrganisationKind) =>
    `Роль «${role}» не даётся в организациях вида «${ORGANISATION_KINDS[kind]}».`,
)
export const roleBeyondReach = defineProblem(
  'role_beyond_reach',
  403,
  'Роль шире вашей части',
  (role: string) => `Роль «${role}» видит здесь больше, чем ваша часть системы. Её даёт вышестоящий администратор.`,
)
export const roleBeyondRights = defineProblem(
  'role_beyond_rights',
  403,
  'Роль шире ваших прав',
  (role: string) => `Роль «${role}» даёт права, которых у вас нет.`,
)
export const ownRoles = defineProblem(
  'own_roles',
  403,
  'Свои роли не изменяют',
  () => 'Свои роли изменяет не сам человек, а другой администратор.',
)
export const ownPerson = defineProblem(
  'own_person',
  403,
  'Это вы сами',
  () => 'Себе доступ не закрывают и второй фактор не снимают: это делает другой администратор.',
)
export const roleHeld = defineProblem(
  'role_held',
  409,
  'Роль уже есть',
  (role: string, organisation: string) => `У этого человека уже есть роль «${role}» в организации «${organisation}».`,
)
export const accessClosed = defineProblem(
  'access_closed',
  409,
  'Доступ закрыт',
  () => 'Доступ этого человека закрыт. Сначала откройте его снова.',
)
export const accessOpen = defineProblem(
  'access_open',
  409,
  'Доступ не закрыт',
  () => 'Доступ этого человека не закрыт.',
)
export const notInvited = defineProblem(
  'not_invited',
  409,
  'Приглашение уже принято',
  () => 'Этот человек уже принял приглашение. Забытый пароль он заменяет сам по ссылке из письма.',
)
export const lastAdministrator = defineProblem(
  'last_administrator',
  409,
  'Это последний администратор всей системы',
  () => 'Без него некому будет вести людей и организации. Сначала назначьте другого администратора всей системы.',
)
export const personHolds = defineProblem(
  'person_holds',
  409,
  'За человеком числятся ключи',
  () => 'Назовите преемника: кто-то должен отвечать за ключи этого человека.',
)
export const loginTaken = defineProblem(
  'login_taken',
  409,
  'Имя для входа занято',
  () => 'Такое или похожее на вид имя для входа уже есть. Выберите другое.',
)
export const invitationVoid = defineProblem(
  'invitation_void',
  404,
  'Приглашение не действует',
  () => 'Ссылка уже использована, заменена новой или истекла. Попросите прислать новую.',
)
