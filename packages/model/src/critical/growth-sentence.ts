import { formatNumber, INDICATORS } from '../indicators/index.ts'
import { monthsTitle } from '../months/index.ts'
import { unchangedServicesIn100 } from './chance.ts'
import { type EvidenceLine, littleDataReasons, type Sentence, uncheckedNotes } from './grade.ts'
import type { Growth } from './growth.ts'
import { testOutcomes } from './growth-grade.ts'
import { distinctNumbers, monthsInARow, pValue, signed } from './words.ts'

type Ungraded = Omit<Growth, 'sentence'>

/** The shares of the run in percent, neighbours told apart. */
const printedValues = ({ months }: Ungraded): string =>
  distinctNumbers(months.map(({ numerator, denominator }) => (100 * numerator) / denominator)).join('; ')

/** How often chance does as much: an observation is a shorter run than the rule asks for, and commoner. */
const commonness = ({ kind, minRises, rises }: Ungraded): number | undefined =>
  unchangedServicesIn100(kind === 'alarm' ? minRises : rises)

function frequency(growth: Ungraded): string {
  const services = commonness(growth)
  return services === undefined ? '' : `Так бывает у ${services} из 100 услуг без изменений в течение года.`
}

const passes = {
  trend: 'видна тенденция',
  excess: 'последнее значение выше обычных колебаний услуги',
  yearOnYear: 'доля выше, чем в те же месяцы год назад',
} as const

function trust(growth: Ungraded): string {
  const outcomes = testOutcomes(growth.evidence)
  const tests = ['trend', 'excess', 'yearOnYear'] as const
  const passed = tests.filter((test) => outcomes[test]).map((test) => passes[test])
  if (growth.grade === 'confirmed') return `Рост подтверждён: ${passed.join(', ')}.`
  if (growth.grade === 'likely') {
    const rest = tests.some((test) => outcomes[test] === false) ? '; остальные проверки его не подтвердили' : ''
    return `Рост вероятен: ${passed.join(', ')}${rest}.`
  }
  if (growth.grade === 'maybe_chance') return `Рост может быть случайным. ${frequency(growth)}`.trim()
  const reasons = growth.reasons.map((reason) => littleDataReasons[reason]).join('; ')
  return `Данных мало: ${reasons}. ${frequency(growth)}`.trim()
}

const unchecked = ({ notes }: Ungraded): string =>
  notes.length === 0 ? '' : ` Не проверено: ${notes.map((note) => uncheckedNotes[note]).join('; ')}.`

/** What was seen, in one plain sentence. */
export function growthSeen(growth: Ungraded): string {
  const period = monthsTitle(growth.months[0]?.month ?? growth.month, growth.month)
  return `${INDICATORS[growth.figure].shortName} растёт ${monthsInARow(growth.rises)}: ${printedValues(growth)} % (${period}).`
}

/** What happened and how far it can be trusted, in one or two plain sentences. */
export function growthSentence(growth: Ungraded): Sentence {
  const rule = growth.kind === 'alarm' ? '' : ' Критическим значением это пока не является.'
  return {
    key: `growth.${growth.kind}.${growth.grade}`,
    values: {
      figure: growth.figure,
      rises: growth.rises,
      values: printedValues(growth),
      first: growth.months[0]?.month ?? growth.month,
      last: growth.month,
      reasons: growth.reasons.join(' '),
      notes: growth.notes.join(' '),
      unchanged: commonness(growth) ?? '',
    },
    text: `${growthSeen(growth)}${rule} ${trust(growth)}${unchecked(growth)}`,
  }
}

/** Where the data don't suffice for a grade the tests say less than they seem to, and that stands first. */
const sufficiency = (reasons: Growth['reasons']): EvidenceLine[] =>
  reasons.length === 0
    ? []
    : [
        {
          name: 'Достаточно ли данных для оценки',
          value: 'нет',
          explanation: `${reasons.map((reason) => littleDataReasons[reason]).join('; ')}. Поэтому проверки ниже посчитаны, но доверия к росту не определяют.`,
        },
      ]

const notCounted = 'не вычисляется'

/** The evidence as a list for the notice: what was tested, what came out, what it means. */
export function describeGrowth({ evidence, reasons }: Growth): EvidenceLine[] {
  const { trend, excess, yearOnYear, relativeGrowth, chance } = evidence
  const points = (proportion: number): string => signed(100 * proportion, 2)
  return [
    ...sufficiency(reasons),
    {
      name: 'Тенденция за месяцы роста',
      value: trend ? `z = ${formatNumber(trend.z, 2)}, p ${pValue(trend.p)}` : notCounted,
      explanation:
        'Критерий Кокрана – Армитеджа, односторонний: при p < 0,05 тенденция видна, при p < 0,01 видна отчётливо.',
    },
    {
      name: 'Превышение обычных колебаний',
      value: excess ? `${signed(excess.excess, 1)} σ от ${formatNumber(100 * excess.centre, 2)} %` : notCounted,
      explanation:
        'Последний месяц против собственных колебаний услуги в прежних месяцах, от 12 до 22, не считая последних четырёх; заметно больше 2 σ.',
    },
    {
      name: 'К тем же месяцам год назад',
      value: yearOnYear
        ? `${points(yearOnYear.difference)} п. п. (от ${points(yearOnYear.low)} до ${points(yearOnYear.high)}), p ${pValue(yearOnYear.p)}`
        : notCounted,
      explanation: 'Последние 4 месяца против тех же 4 год назад, 95 % интервал Ньюкомба: исключает сезон.',
    },
    {
      name: 'Относительный рост',
      value: relativeGrowth === null ? notCounted : `${signed(100 * relativeGrowth, 0)} %`,
      explanation: 'Последний месяц ряда к первому.',
    },
    {
      name: 'Вероятность такого ряда без изменений',
      value: `${formatNumber(100 * chance, 2)} %`,
      explanation: `В каждом отдельном месяце наблюдения: из ${formatNumber(1 / chance, 0)} возможных порядков значений возрастает один.`,
    },
  ]
}
