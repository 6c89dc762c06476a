import { type Static, Type } from 'typebox'
import { Count, defineRoute, Id, Instant, nullable } from '../../api/index.ts'
import { Words } from './records.ts'

const tag = 'Обращения'
const Title = Type.String({ minLength: 1, maxLength: 300 })
const Codes = Type.Record(Type.String(), Count)

/** How a file of another system is read, as `otklik appeals check --mapping` takes it. */
export const AppealMapping = Type.Object({
  header: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'Строка с названиями столбцов' })),
  columns: Type.Optional(Type.Record(Type.String(), Title, { description: 'Названия столбцов файла по нашим' })),
  dates: Type.Optional(Type.String({ maxLength: 40, description: 'Запись дат: ДД.ММ.ГГГГ' })),
  lists: Type.Optional(Type.String({ minLength: 1, maxLength: 10, description: 'Чем отделены темы' })),
  values: Type.Optional(
    Type.Record(Type.String(), Type.Record(Type.String(), Title), { description: 'Наши слова по словам файла' }),
  ),
})
export type AppealMapping = Static<typeof AppealMapping>

/** A mapping is kept in versions: a load stays explained by the one it was read by. */
export const SavedMapping = Type.Object({
  id: Id,
  authority: Id,
  name: Type.String(),
  version: Count,
  mapping: AppealMapping,
  at: Instant,
  by: Type.String(),
})
export type SavedMapping = Static<typeof SavedMapping>

export const listAppealMappings = defineRoute({
  method: 'GET',
  path: '/api/appeals/mappings',
  tag,
  summary: 'Сопоставления файлов других систем, последние версии',
  access: 'appeals.register',
  answer: Type.Object({ rows: Type.Array(SavedMapping) }),
})
export const saveAppealMapping = defineRoute({
  method: 'POST',
  path: '/api/appeals/mappings',
  tag,
  summary: 'Сохранить сопоставление: под новым именем или новой версией',
  access: 'appeals.register',
  body: Type.Object({ authority: Id, name: Words, mapping: AppealMapping }),
  status: 201,
  answer: SavedMapping,
})

/** What a file comes to, counted before anything of it is stored. */
export const FileLook = Type.Object({
  titles: Type.Array(Type.String()),
  /** Titles that look like our columns, by our names. */
  proposed: Type.Record(Type.String(), Type.String()),
  /** The first rows, as texts. */
  samples: Type.Array(Type.Array(Type.String())),
  /** Why the file can't be read by this mapping; null: it can. */
  fault: nullable(Type.String()),
  read: Count,
  accepted: Count,
  set_aside: Count,
  repeats: Count,
  codes: Codes,
  /** The first rows that would be set aside, as Excel counts them. */
  rows: Type.Array(Type.Object({ row: Count, codes: Type.Array(Type.String()) })),
  /** Words of the file that are none of ours, with what we would take them for. */
  words: Type.Array(Type.Object({ column: Type.String(), word: Type.String(), proposed: nullable(Type.String()) })),
})
export type FileLook = Static<typeof FileLook>

const sent = {
  authority: Id,
  name: Type.String({ minLength: 1, maxLength: 300, description: 'Имя файла' }),
}

export const lookAtAppealsFile = defineRoute({
  method: 'POST',
  path: '/api/appeals/files/look',
  tag,
  summary: 'Проверить файл обращений, ничего не записывая: CSV или XLSX целиком в теле запроса',
  access: 'appeals.register',
  stream: 'upload',
  query: Type.Object({
    ...sent,
    mapping: Type.Optional(Type.String({ maxLength: 12_000, description: 'Сопоставление, JSON' })),
  }),
  answer: FileLook,
})

/** A file on its way into the register. `read` = `accepted` + `set_aside` + `repeats` once it is done. */
export const AppealsLoad = Type.Object({
  id: Id,
  authority: Type.String(),
  name: Type.String(),
  mapping: nullable(Type.Object({ name: Type.String(), version: Count })),
  state: Type.Enum(['waiting', 'running', 'done', 'failed']),
  at: Instant,
  by: Type.String(),
  finished: nullable(Instant),
  /** Rows that are through already. */
  through: Count,
  read: Count,
  accepted: Count,
  set_aside: Count,
  repeats: Count,
  codes: Codes,
  trouble: nullable(Type.String()),
  /** Whether the rows set aside can still be downloaded. */
  kept: Type.Boolean(),
})
export type AppealsLoad = Static<typeof AppealsLoad>

export const loadAppealsFile = defineRoute({
  method: 'POST',
  path: '/api/appeals/loads',
  tag,
  summary: 'Загрузить файл обращений; тот же файл ещё раз – та же загрузка',
  access: 'appeals.register',
  stream: 'upload',
  query: Type.Object({ ...sent, mapping: Type.Optional(Id) }),
  status: 202,
  answer: AppealsLoad,
})
export const listAppealsLoads = defineRoute({
  method: 'GET',
  path: '/api/appeals/loads',
  tag,
  summary: 'Загрузки файлов, последние первыми',
  access: 'appeals.register',
  answer: Type.Object({ rows: Type.Array(AppealsLoad) }),
})
export const readAppealsLoad = defineRoute({
  method: 'GET',
  path: '/api/appeals/loads/:id',
  tag,
  summary: 'Загрузка файла: сколько прочитано, принято, отложено',
  access: 'appeals.register',
  params: Type.Object({ id: Id }),
  answer: AppealsLoad,
})
export const downloadSetAsideAppeals = defineRoute({
  method: 'GET',
  path: '/api/appeals/loads/:id/set-aside',
  tag,
  summary: 'Отложенные строки с причинами: исправьте их и пришлите файл снова',
  access: 'appeals.register',
  audit: { label: 'отложенные строки файла обращений', subject: 'id' },
  stream: 'download',
  params: Type.Object({ id: Id }),
  query: Type.Object({ format: Type.Enum(['csv', 'xlsx']) }),
})
