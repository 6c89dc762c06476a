import { type Static, Type } from 'typebox'
import { FINDING_CODES } from '../feed/index.ts'
import { ALL_PACKAGE_STATES } from '../index.ts'
import { Count, Day, Id, Instant, nullable, Paging, Reason, SupplierCode, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Пакеты'

/** `waiting` and `working` are states of the queue; `failed` ends a reading that broke off, `withdrawn` a package that was in; the others are the verdicts of the receipt. */
export const PackageState = Type.Enum([...ALL_PACKAGE_STATES])
export const Totals = Type.Object({
  read: Count,
  accepted: Count,
  quarantined: Count,
  dropped: Count,
  /** Of the rows accepted: how many took the place of another, of this package or of an earlier one. Left out: none. */
  replaced: Type.Optional(Count),
})
export const ReceiptFile = Type.Object({
  name: Type.String(),
  kind: nullable(Type.String()),
  sha256: Type.String(),
  ...Totals.properties,
  structure: Type.Array(Type.String()),
  /** A sentence in Russian per structure code, in the same order. */
  explanations: Type.Array(Type.String()),
  alreadyReceived: Type.Boolean(),
})
export const Sample = Type.Object({
  file: Type.String(),
  /** 1 = the first row after the header; 0: the header, or the file as a whole. */
  row: Count,
  /** Line of the file as an editor counts them; 0: none in particular. Older receipts have none. */
  line: Type.Optional(Count),
  column: Type.String(),
  value: Type.String(),
  code: Type.String(),
  message: Type.String(),
})
export const PackageSummary = Type.Object({
  id: Id,
  supplier: Type.Object({ code: Type.String(), name: Type.String() }),
  date: Day,
  name: Type.String(),
  state: PackageState,
  receivedAt: Instant,
  finishedAt: nullable(Instant),
  totals: Totals,
})
export const Receipt = Type.Object({
  ...PackageSummary.properties,
  files: Type.Array(ReceiptFile),
  codes: Type.Record(Type.String(), Count),
  samples: Type.Array(Sample),
  /** Filled when the state is `failed`: what happened, what is safe, what to do. */
  failure: nullable(Type.String()),
  /** Filled when the state is `withdrawn`. */
  withdrawal: Type.Optional(Type.Object({ at: Instant, reason: Type.String() })),
})
export const Progress = Type.Object({
  state: PackageState,
  phase: Type.Enum(['waiting', 'reading', 'storing', 'counting', 'done']),
  rows: Count,
  bytes: Count,
  totalBytes: Count,
  secondsLeft: nullable(Type.Number()),
})
export const CalendarCell = Type.Object({
  supplier: Type.String(),
  date: Day,
  packages: Count,
  rows: Count,
  quarantined: Count,
  /** `late`: came after the day that follows its date; `missing`: no package of a day on which this supplier is expected. */
  mark: Type.Enum(['in_time', 'late', 'missing', 'problem']),
  /** What is not as it usually is; left out: nothing. */
  findings: Type.Optional(Type.Array(Type.Enum([...FINDING_CODES]))),
})
export type PackageState = Static<typeof PackageState>
export type Totals = Static<typeof Totals>
export type ReceiptFile = Static<typeof ReceiptFile>
export type Sample = Static<typeof Sample>
export type PackageSummary = Static<typeof PackageSummary>
export type Receipt = Static<typeof Receipt>
export type Progress = Static<typeof Progress>
export type CalendarCell = Static<typeof CalendarCell>

const params = Type.Object({ id: Id })

export const sendPackage = defineRoute({
  method: 'POST',
  path: '/api/packages',
  tag,
  summary: 'Передать пакет: тело запроса – CSV или ZIP; повтор с тем же SHA-256 ничего не меняет',
  access: 'packages.send',
  query: Type.Object({
    supplier: Type.Optional({
      ...SupplierCode,
      description: 'Код поставщика; не нужен, если ключ действует за одного поставщика',
    }),
    date: Type.Optional({
      ...Day,
      description: 'Отчётная дата, ГГГГ-ММ-ДД; если не указана – сегодняшняя по московскому времени',
    }),
    name: Type.Optional(
      Type.String({
        maxLength: 255,
        description: 'Имя файла для квитанции; что в файле, определяется по его содержимому, а не по имени',
      }),
    ),
    sha256: Type.Optional(
      Type.String({
        pattern: '^[0-9a-fA-F]{64}$',
        description: 'SHA-256 тела запроса: если придут другие байты, пакет не принимается (422)',
      }),
    ),
  }),
  answer: Receipt,
  status: 202,
  stream: 'upload',
})
export const listPackages = defineRoute({
  method: 'GET',
  path: '/api/packages',
  tag,
  summary: 'Принятые пакеты, последние сверху',
  access: 'packages.read',
  audit: { label: 'список пакетов' },
  query: Type.Object({
    ...Paging.properties,
    supplier: Type.Optional(Type.String()),
    state: Type.Optional(PackageState),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, packages: Type.Array(PackageSummary) }),
})
export const readCalendar = defineRoute({
  method: 'GET',
  path: '/api/packages/calendar',
  tag,
  summary: 'Что пришло и что опаздывает: дни по поставщикам',
  access: 'packages.read',
  audit: { label: 'календарь пакетов' },
  query: Type.Object({ from: Day, to: Day, format: TableFormat }),
  answer: Type.Object({
    suppliers: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
    cells: Type.Array(CalendarCell),
  }),
})
export const readReceipt = defineRoute({
  method: 'GET',
  path: '/api/packages/:id',
  tag,
  summary: 'Квитанция пакета',
  access: 'packages.read',
  audit: { label: 'пакет', subject: 'id' },
  params,
  query: Type.Object({
    table: Type.Optional(
      Type.Enum(['codes', 'samples'], { description: 'Что выгрузить файлом: замечания (codes) или примеры (samples)' }),
    ),
    format: TableFormat,
  }),
  answer: Receipt,
  primary: true,
})
export const withdrawPackage = defineRoute({
  method: 'POST',
  path: '/api/packages/:id/withdraw',
  tag,
  summary: 'Отозвать принятый пакет: его строки больше не учитываются, файлы и квитанция остаются',
  access: 'packages.send',
  params,
  body: Type.Object({ reason: Reason }),
  answer: Receipt,
  status: 202,
})
/** What the stream calls a message that holds a Progress. */
export const PROGRESS_EVENT = 'progress'
export const watchPackage = defineRoute({
  method: 'GET',
  path: '/api/packages/:id/progress',
  tag,
  summary: 'Ход приёма пакета (server-sent events: `progress` с данными Progress, при сбое `problem`)',
  access: 'packages.read',
  params,
  answer: Progress,
  stream: 'events',
})
/** A ZIP with one CSV per supplier and kind, and `manifest.json` with rows and SHA-256 of each. */
export const downloadDay = defineRoute({
  method: 'GET',
  path: '/api/packages/export',
  tag,
  summary: 'Принятое за отчётную дату: ZIP с CSV по видам и описью',
  access: 'packages.read',
  audit: { label: 'принятое за день' },
  query: Type.Object({ date: Day, supplier: Type.Optional(SupplierCode) }),
  stream: 'download',
})
export const downloadSetAside = defineRoute({
  method: 'GET',
  path: '/api/packages/:id/files/:file/set-aside.csv',
  tag,
  summary: 'Отложенные строки файла (номер с нуля) с кодами и пояснениями',
  access: 'packages.read',
  audit: { label: 'отложенные строки пакета', subject: 'id' },
  params: Type.Object({ id: Id, file: Count }),
  stream: 'download',
})
export const downloadSetAsideBook = defineRoute({
  method: 'GET',
  path: '/api/packages/:id/files/:file/set-aside.xlsx',
  tag,
  summary: 'То же книгой Excel, в которой все ячейки – текст: исправленную, её можно передать как пакет',
  access: 'packages.read',
  audit: { label: 'отложенные строки пакета, книга', subject: 'id' },
  params: Type.Object({ id: Id, file: Count }),
  stream: 'download',
})
