import { defineProblem } from '../../platform/problems/index.ts'

export const outsideOff = defineProblem(
  'outside_off',
  404,
  'Внешней системы входа нет',
  () => 'Вход через внешнюю систему в этой установке не настроен.',
)
export const outsideUnavailable = defineProblem(
  'outside_unavailable',
  503,
  'Внешняя система входа недоступна',
  (name: string) => `«${name}» не отвечает или отвечает не то, что нужно. Войдите по паролю или повторите позже.`,
)
export const onlyWayIn = defineProblem(
  'only_way_in',
  409,
  'Это единственный способ входа',
  () => 'Без этой учётной записи вы не сможете войти. Сначала задайте пароль или привяжите другую.',
)
