import type { MeanIndicator } from './indicator.ts'
import { WORDING } from './wording.ts'

/** Mean of the month's ratings, 1 to 5; a rating is the mean of its criteria, or its score: правила сертификации, приложение № 1. */
export const satisfaction = {
  kind: 'mean',
  key: 'csi',
  field: 'csi',
  column: 'csi',
  place: 3,
  sample: { key: 'ratings', column: 'ratings', title: 'Оценок' },
  name: 'Индекс удовлетворенности клиентов (CSI)',
  shortName: 'CSI',
  heading: 'CSI',
  unit: 'балл',
  formula: 'среднее по оценкам; оценка – среднее её критериев, а без критериев – общий балл',
  counted: ['Оценки, поставленные в месяце, по шкале от 1 до 5.'],
  interval:
    '95 % интервал Стьюдента от 30 оценок. Если все оценки равны, интервала нет: недостаточно разброса. Показана случайная погрешность, без учёта самоотбора.',
  decisions: [
    'Все критерии весят одинаково.',
    'За несколько месяцев берется среднее по всем оценкам, а не по месяцам.',
    'База для снижения – среднее по всем оценкам трех закрытых месяцев перед выдачей сертификата; она не меняется. Можно выбрать другую.',
    WORDING.months,
    WORDING.waiting,
  ],
  rounding: 'До 4 знаков после запятой в файлах и до 2 на экране; половина округляется от нуля.',
  critical: 'Снижение на 20 % и более от базы: (база − значение) / база ≥ 0,20.',
  source: WORDING.source,
} as const satisfies MeanIndicator
