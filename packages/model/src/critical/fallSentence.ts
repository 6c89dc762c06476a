import { formatNumber } from '../indicators/index.ts'
import { monthsTitle, monthTitle } from '../months/index.ts'
import type { Fall } from './fall.ts'
import { type EvidenceLine, littleDataReasons, type Sentence } from './grade.ts'
import { pValue } from './words.ts'

type Ungraded = Omit<Fall, 'sentence'>

function trust(fall: Ungraded): string {
  if (fall.grade === 'confirmed') return 'Снижение подтверждено: весь 95 % интервал ниже границы.'
  if (fall.grade === 'likely') return 'Снижение вероятно: само оно значимо, но граница лежит внутри 95 % интервала.'
  if (fall.grade === 'maybe_chance') return 'Снижение может быть случайным: от базы оно значимо не отличается.'
  return `Данных мало: ${fall.reasons.map((reason) => littleDataReasons[reason]).join('; ')}.`
}

/** What happened to the CSI and how far it can be trusted. */
export function fallSentence(fall: Ungraded): Sentence {
  const percent = formatNumber(100 * fall.relativeFall, 1)
  const values = { base: formatNumber(fall.base.mean, 2), now: formatNumber(fall.now.mean, 2), percent, n: fall.now.n }
  const first = fall.months[0] ?? fall.month
  const period = monthsTitle(first, fall.month)
  const rule = fall.kind === 'alarm' ? '' : ' Критическим значением это не объявляется.'
  return {
    key: `fall.${fall.kind}.${fall.grade}`,
    values: { figure: 'csi', ...values, first, last: fall.month, reasons: fall.reasons.join(' ') },
    text: `CSI снизился на ${percent} %: с ${values.base} до ${values.now} балла (${period}, оценок: ${fall.now.n}).${rule} ${trust(fall)}`,
  }
}

/** The evidence as a list for the notice. */
export function describeFall(fall: Fall): EvidenceLine[] {
  const { base, now, low, high, p } = fall
  const months = base.months.map(monthTitle).join(', ')
  return [
    {
      name: 'База',
      value: `${formatNumber(base.mean, 2)}${base.n === undefined ? '' : `, оценок: ${base.n}`}`,
      explanation: months === '' ? 'Выбрана отдельно.' : `Среднее по всем оценкам: ${months}.`,
    },
    {
      name: 'Значение и 95 % интервал',
      value: `${formatNumber(now.mean, 2)}${low === null || high === null ? '' : ` (от ${formatNumber(low, 2)} до ${formatNumber(high, 2)})`}`,
      explanation: `Граница критического значения: ${formatNumber(0.8 * base.mean, 2)}. Интервал Стьюдента строится от 30 оценок.`,
    },
    {
      name: 'Снижение',
      value: `${formatNumber(fall.points, 2)} балла, ${formatNumber(fall.normalisedPoints, 1)} из 100`,
      explanation: 'Шкала начинается с 1, поэтому рядом дано снижение в долях всей шкалы. Решает снижение в баллах.',
    },
    {
      name: 'Значимость снижения',
      value: p === null ? 'не вычисляется' : `p ${pValue(p)}`,
      explanation: 'Односторонний критерий Уэлча: как часто такое различие бывает случайным.',
    },
  ]
}
