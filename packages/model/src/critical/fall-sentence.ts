import { formatNumber } from '../indicators/index.ts'
import { monthsTitle, monthTitle } from '../months/index.ts'
import type { Fall } from './fall.ts'
import { type EvidenceLine, littleDataReasons, type Sentence } from './grade.ts'
import { pValue } from './words.ts'

type Ungraded = Omit<Fall, 'sentence'>

function trust(fall: Ungraded): string {
  const by = fall.gradedOn === 'pooled' ? ' по этим месяцам вместе' : ''
  if (fall.grade === 'confirmed') return `Снижение подтверждено${by}: весь 95 % интервал ниже границы.`
  if (fall.grade === 'likely')
    return `Снижение вероятно${by}: само оно значимо, но граница лежит внутри 95 % интервала.`
  if (fall.grade === 'maybe_chance') return `Снижение может быть случайным${by}: от базы оно значимо не отличается.`
  return `Данных мало: ${fall.reasons.map((reason) => littleDataReasons[reason]).join('; ')}.`
}

/** How far the pooled ratings lie from the base: they may lie above it. */
function fromBase({ base, pooled }: Ungraded): string {
  const below = pooled ? 100 * (1 - pooled.mean / base.mean) : 0
  const percent = formatNumber(Math.abs(below), 1)
  if (!/[1-9]/.test(percent)) return 'вровень с базой'
  return `на ${percent} % ${below > 0 ? 'ниже' : 'выше'} базы`
}

function together(fall: Ungraded): string {
  const { pooled, month } = fall
  if (!pooled) return ''
  const period = monthsTitle(pooled.months[0] ?? month, month)
  const rule = pooled.falls ? '' : ', снижения на 20 % нет'
  return ` Вместе с прежними оценками (${period}, оценок: ${pooled.n}) – ${formatNumber(pooled.mean, 2)} балла, ${fromBase(fall)}${rule}.`
}

/** What was seen in the month, in one plain sentence. */
export function fallSeen({ base, now, month, relativeFall }: Ungraded): string {
  const percent = formatNumber(100 * relativeFall, 1)
  const [from, to] = [formatNumber(base.mean, 2), formatNumber(now.mean, 2)]
  return `CSI снизился на ${percent} %: с ${from} до ${to} балла (${monthTitle(month)}, оценок: ${now.n}).`
}

/** What happened to the CSI of the month, what the months together say, and how far it can be trusted. */
export function fallSentence(fall: Ungraded): Sentence {
  const { month, pooled } = fall
  const percent = formatNumber(100 * fall.relativeFall, 1)
  const values = { base: formatNumber(fall.base.mean, 2), now: formatNumber(fall.now.mean, 2), percent, n: fall.now.n }
  const rule = fall.kind === 'alarm' ? '' : ' Критическим значением это не объявляется: в месяце меньше 20 оценок.'
  return {
    key: `fall.${fall.kind}.${fall.grade}`,
    values: {
      figure: 'csi',
      ...values,
      month,
      pooledFrom: pooled?.months[0] ?? '',
      pooledN: pooled?.n ?? '',
      pooledMean: pooled ? formatNumber(pooled.mean, 2) : '',
      reasons: fall.reasons.join(' '),
    },
    text: `${fallSeen(fall)}${rule}${together(fall)} ${trust(fall)}`,
  }
}

/** The evidence as a list for the notice; the months together apart from the month. */
export function describeFall(fall: Fall): EvidenceLine[] {
  const { base, p, now } = fall
  const months = base.months.map(monthTitle).join(', ')
  return [
    {
      name: 'База',
      value: `${formatNumber(base.mean, 2)}${base.n === undefined ? '' : `, оценок: ${base.n}`}`,
      explanation: months === '' ? 'Выбрана отдельно.' : `Среднее по всем оценкам: ${months}.`,
    },
    {
      name: 'Значение месяца',
      value: `${formatNumber(now.mean, 2)}, оценок: ${now.n}`,
      explanation: `Его сравнивает правило. Граница критического значения: ${formatNumber(0.8 * base.mean, 2)}.`,
    },
    ...describePooled(fall),
    describeInterval(fall),
    {
      name: 'Снижение',
      value: `${formatNumber(fall.points, 2)} балла, ${formatNumber(fall.normalisedPoints, 1)} из 100`,
      explanation: 'Шкала начинается с 1, поэтому рядом дано снижение в долях всей шкалы. Решает снижение в баллах.',
    },
    {
      name: 'Значимость снижения',
      value: p === null ? 'не вычисляется' : `p ${pValue(p)}`,
      explanation: `Односторонний критерий Уэлча ${ratingsUsed(fall)}: как часто такое различие бывает случайным.`,
    },
  ]
}

function describePooled({ pooled, month }: Fall): EvidenceLine[] {
  if (!pooled) return []
  const period = monthsTitle(pooled.months[0] ?? month, month)
  return [
    {
      name: 'Вместе с прежними оценками',
      value: `${formatNumber(pooled.mean, 2)}, оценок: ${pooled.n}`,
      explanation: `В месяце меньше 30 оценок, поэтому добавлены прежние: ${period}. Снижение на 20 % и более ${pooled.falls ? 'есть и у них' : 'у них не видно'}.`,
    },
  ]
}

function describeInterval(fall: Fall): EvidenceLine {
  const { low, high } = fall
  return {
    name: '95 % интервал',
    value: low === null || high === null ? 'не строится' : `от ${formatNumber(low, 2)} до ${formatNumber(high, 2)}`,
    explanation: `Интервал Стьюдента ${ratingsUsed(fall)}; строится от 30 оценок.`,
  }
}

const ratingsUsed = ({ gradedOn }: Fall): string =>
  gradedOn === 'pooled' ? 'по оценкам этих месяцев вместе' : 'по оценкам месяца'
