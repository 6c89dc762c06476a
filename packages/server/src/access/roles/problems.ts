import { defineProblem } from '../../platform/problems/index.ts'

export const wholeSystemOnly = defineProblem(
  'whole_system_only',
  403,
  'Только для всей системы',
  () => 'Роли – одни на всю систему. Изменить их может тот, кто ведёт её целиком.',
)
