import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, Month, nullable, PaperFormat, Reason } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { MAPS } from '../editions/index.ts'
import { ProcessCode } from './processes.ts'
import { StatementSourceName } from './statements.ts'

const tag = 'Карта болей'
const text = Type.String()
const share = nullable(Type.Number())

export const PainPriority = Type.Enum(['high', 'medium', 'low'])
export const MapPeriod = Type.String({
  pattern: '^20\\d{2}-(0[1-9]|1[0-2]|Q[1-4])$',
  description: 'Месяц ГГГГ-ММ или квартал ГГГГ-Q1…4',
})
export const MapMeasure = Type.Object({
  id: Id,
  text,
  responsible: text,
  due: Day,
  state: text,
  overdue: Type.Boolean(),
})
/** A problem in a process; the figures are those of `otklik pains compute`. */
export const MapRow = Type.Object({
  problem: Id,
  problemName: text,
  process: ProcessCode,
  processName: text,
  stage: nullable(text),
  basis: Type.Enum(['survey', 'negative']),
  n: Count,
  n_eff: Type.Number(),
  named: Count,
  items: Count,
  p: share,
  low: share,
  high: share,
  prevalence: Type.Enum(['high', 'medium', 'low', 'little_data']),
  rated_with: Count,
  rated_without: Count,
  csat_with: share,
  csat_without: share,
  loss: share,
  loss_low: share,
  loss_high: share,
  significant: Type.Boolean(),
  breadth: Count,
  /** As computed. */
  priority: nullable(PainPriority),
  /** What a person put in its place, and why; both are shown. */
  changed: nullable(Type.Object({ priority: PainPriority, reason: text, by: text, at: Instant })),
  term_days: nullable(Count),
  order: Count,
  why: text,
  measures: Type.Array(MapMeasure),
})
export const MapCell = Type.Object({
  process: ProcessCode,
  stage: text,
  n: Count,
  named: Count,
  p: share,
  low: share,
  high: share,
  loss: share,
  loss_low: share,
  loss_high: share,
})
export const PainFigures = Type.Object({
  period: MapPeriod,
  title: text,
  /** Those that anything is said of, in the order of their sharpest problem. */
  processes: Type.Array(Type.Object({ id: ProcessCode, name: text })),
  stages: Type.Array(text),
  rows: Type.Array(MapRow),
  cells: Type.Array(MapCell),
  /** What the figures stand on. */
  coverage: Type.Object({
    statements: Count,
    coded: Count,
    filtered: Count,
    uncoded: Count,
    respondents: Count,
    items: Count,
  }),
  /** The thresholds in force. */
  note: text,
})
export type PainFigures = Static<typeof PainFigures>
export type MapRow = Static<typeof MapRow>

const mapSearch = {
  /** Absent: the last quarter that is over. */
  period: Type.Optional(MapPeriod),
  process: Type.Optional(ProcessCode),
  stage: Type.Optional(text),
  /** Counts only what came from there. */
  source: Type.Optional(StatementSourceName),
  only: Type.Optional(Type.Enum(['no_measure', 'overdue', 'flagged'])),
}
export const readPainMap = defineRoute({
  method: 'GET',
  path: '/api/change/map',
  tag,
  summary: 'Карта болей за месяц или квартал, как она есть сейчас',
  access: 'change.read',
  query: Type.Object(mapSearch),
  answer: PainFigures,
})
export const printPainMap = defineRoute({
  method: 'GET',
  path: '/api/change/map/paper',
  tag,
  summary: 'Карта болей таблицей приложения № 2: DOCX, PDF или XLSX',
  access: 'change.read',
  audit: { label: 'карта болей' },
  query: Type.Object({ ...mapSearch, format: PaperFormat }),
  stream: 'download',
})

const Act = Type.Object({ at: Instant, by: text })
export const MapEdition = Type.Object({
  id: Id,
  period: MapPeriod,
  title: text,
  number: Count,
  state: Type.Enum(['draft', 'approved']),
  rows: Count,
  made: Act,
  approved: nullable(Act),
  /** Names the figures that whoever approves has seen. */
  seen: text,
})
export type MapEdition = Static<typeof MapEdition>
const one = Type.Object({ id: Id })

export const listMaps = defineRoute({
  method: 'GET',
  path: '/api/change/maps',
  tag,
  summary: 'Редакции карты болей',
  access: 'change.read',
  answer: Type.Object({ rows: Type.Array(MapEdition) }),
})
export const MapWhole = Type.Object({
  ...MapEdition.properties,
  figures: PainFigures,
  /** Against the approved edition before it of the same length; null: there is none. */
  changes: nullable(
    Type.Object({
      before: MapPeriod,
      rows: Type.Array(
        Type.Object({
          process: text,
          problem: text,
          change: Type.Enum(['new', 'worse', 'better', 'same', 'gone']),
        }),
      ),
    }),
  ),
  /** What the caller may do with it now. */
  allowed: Type.Array(Type.Enum(['count', 'approve'])),
})
export const readMap = defineRoute({
  method: 'GET',
  path: '/api/change/maps/:id',
  tag,
  summary: 'Редакция карты болей с тем, что изменилось против прежней',
  access: 'change.read',
  params: one,
  answer: MapWhole,
})
export const makeMap = defineRoute({
  method: 'POST',
  path: '/api/change/maps',
  tag,
  summary: 'Составить редакцию карты болей за месяц или квартал',
  access: MAPS.rightFor('make'),
  body: Type.Object({ period: MapPeriod }),
  answer: MapEdition,
  status: 201,
})
export const countMap = defineRoute({
  method: 'POST',
  path: '/api/change/maps/:id/count',
  tag,
  summary: 'Пересчитать проект карты болей',
  access: MAPS.rightFor('count'),
  params: one,
  answer: MapEdition,
})
export const approveMap = defineRoute({
  method: 'POST',
  path: '/api/change/maps/:id/approval',
  tag,
  summary: 'Утвердить карту болей: её строки больше не меняются',
  access: MAPS.rightFor('approve'),
  params: one,
  body: Type.Object({ seen: Type.String({ maxLength: 64 }) }),
  answer: MapEdition,
})
export const printMap = defineRoute({
  method: 'GET',
  path: '/api/change/maps/:id/paper',
  tag,
  summary: 'Редакция карты болей документом',
  access: 'change.read',
  audit: { label: 'редакция карты болей', subject: 'id' },
  params: one,
  query: Type.Object({ format: PaperFormat }),
  stream: 'download',
})
/** What a measure changed: shares of those who named its problems, before and after. */
export const MeasureEffect = Type.Object({
  before: effectWindow(),
  after: effectWindow(),
  difference: share,
  low: share,
  high: share,
  verdict: Type.Enum(['better', 'worse', 'unclear', 'little_data', 'too_early']),
  mix_shift: share,
  /** Channels changed so much that they can make the difference by themselves. */
  mix_warning: Type.Boolean(),
  basis: Type.Enum(['survey', 'negative']),
  months: Type.Array(Type.Object({ month: Month, n: Count, x: Count })),
})
export type MeasureEffect = Static<typeof MeasureEffect>
function effectWindow() {
  return Type.Object({
    from: nullable(Month),
    to: nullable(Month),
    n: Count,
    x: Count,
    p: share,
    low: share,
    high: share,
  })
}
export const readEffect = defineRoute({
  method: 'GET',
  path: '/api/change/measures/:id/effect',
  tag,
  summary: 'Что изменилось после меры: доли до и после, разность с интервалом, вывод',
  access: 'change.read',
  params: one,
  answer: nullable(MeasureEffect),
})
/** Beside what is computed; null takes it back. */
export const changePriority = defineRoute({
  method: 'PUT',
  path: '/api/change/problems/:id/priority',
  tag,
  summary: 'Изменить приоритетность проблемы в процессе с причиной; посчитанная остаётся рядом',
  access: 'change.manage',
  params: one,
  body: Type.Object({ process: ProcessCode, priority: nullable(PainPriority), reason: Reason }),
})
