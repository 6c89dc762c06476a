import { defineProblem } from '../platform/problems/index.ts'

export const notWholeSystem = defineProblem(
  'not_your_record',
  403,
  'Календарь ведут не здесь',
  () => 'Производственный календарь один на всю систему. Изменить его может тот, кто отвечает за неё целиком.',
)
export const noYear = defineProblem(
  'calendar_missing',
  404,
  'Календаря этого года нет',
  (year: number) => `Производственного календаря на ${year} год нет. Внесите его: раздел «Производственный календарь».`,
)
