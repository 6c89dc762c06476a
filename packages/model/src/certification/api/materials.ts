import { Type } from 'typebox'
import { Count, Day, Id, nullable, Reason, TableFormat, Version } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { LIST_REMARK } from '../list-remarks/index.ts'
import { FORM_EDITION, SELF_CHECK } from '../self-check/index.ts'
import { Letter } from './lists.ts'
import { FormEdition, ListRemark, Mark, MaterialKind, RemarkBody, SelfCheck, SheetForm } from './material-shapes.ts'

const tag = 'Сертификация'
const text = Type.String()
const one = Type.Object({ id: Id })
const form = FORM_EDITION.table
const check = SELF_CHECK.table
const remark = LIST_REMARK.table

export const listForms = defineRoute({
  method: 'GET',
  path: '/api/certification/forms',
  tag,
  summary: 'Бланк листа самопроверки: все редакции, последняя первой',
  access: 'lists.read',
  answer: Type.Object({ mayEdit: Type.Boolean(), rows: Type.Array(FormEdition) }),
})
export const addForm = defineRoute({
  method: 'POST',
  path: '/api/certification/forms',
  tag,
  summary: 'Начать редакцию бланка листа самопроверки',
  access: form.rightFor('begin'),
  body: SheetForm,
  answer: FormEdition,
  status: 201,
})
export const saveForm = defineRoute({
  method: 'PUT',
  path: '/api/certification/forms/:id',
  tag,
  summary: 'Изменить проект бланка; опубликованная редакция не меняется',
  access: form.rightFor('edit'),
  params: one,
  body: Type.Object({ version: Version, ...SheetForm.properties }),
  answer: FormEdition,
})
export const publishForm = defineRoute({
  method: 'POST',
  path: '/api/certification/forms/:id/publication',
  tag,
  summary: 'Опубликовать редакцию бланка: новые листы заполняют по ней',
  access: form.rightFor('publish'),
  params: one,
  answer: FormEdition,
})
export const withdrawForm = defineRoute({
  method: 'POST',
  path: '/api/certification/forms/:id/withdrawal',
  tag,
  summary: 'Отозвать редакцию бланка с причиной; начатые по ней листы остаются',
  access: form.rightFor('withdraw'),
  params: one,
  body: Type.Object({ reason: Reason }),
  answer: FormEdition,
})
export const readEntryMaterials = defineRoute({
  method: 'GET',
  path: '/api/certification/entries/:id/materials',
  tag,
  summary: 'Листы самопроверки и замечания по объекту перечня отчётного года',
  access: 'lists.read',
  params: one,
  answer: Type.Object({
    name: text,
    year: Type.Integer(),
    selfChecks: Type.Array(SelfCheck),
    remarks: Type.Array(ListRemark),
    mayCheck: Type.Boolean(),
    mayRemark: Type.Boolean(),
    /** Why a sheet can't be begun, or a remark; null: it can. */
    checkRefused: nullable(text),
    remarkRefused: nullable(text),
  }),
})
export const beginSelfCheck = defineRoute({
  method: 'POST',
  path: '/api/certification/entries/:id/self-checks',
  tag,
  summary: 'Начать лист самопроверки по опубликованному бланку',
  access: check.rightFor('begin'),
  params: one,
  answer: SelfCheck,
  status: 201,
})
export const fillSelfCheck = defineRoute({
  method: 'PUT',
  path: '/api/certification/self-checks/:id',
  tag,
  summary: 'Заполнить лист самопроверки; после подписания он не меняется',
  access: check.rightFor('fill'),
  params: one,
  body: Type.Object({ version: Version, marks: Type.Array(Mark, { maxItems: 3000 }), letter: nullable(Letter) }),
  answer: SelfCheck,
})
export const signSelfCheck = defineRoute({
  method: 'POST',
  path: '/api/certification/self-checks/:id/signature',
  tag,
  summary: 'Подписать лист самопроверки',
  access: check.rightFor('sign'),
  params: one,
  body: Type.Object({ version: Version }),
  answer: SelfCheck,
})
export const listRemarks = defineRoute({
  method: 'GET',
  path: '/api/certification/lists/:id/remarks',
  tag,
  summary: 'Замечания к проекту перечня отчётного года',
  access: 'lists.read',
  audit: { label: 'замечания к перечню отчётного года', subject: 'id' },
  params: one,
  query: Type.Object({
    state: Type.Optional(Type.Enum(['draft', 'sent', 'accepted', 'declined'])),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, until: Day, rows: Type.Array(ListRemark) }),
})
export const addListRemark = defineRoute({
  method: 'POST',
  path: '/api/certification/entries/:id/remarks',
  tag,
  summary: 'Начать замечание к проекту перечня с материалами (п. 10, 11)',
  access: remark.rightFor('begin'),
  params: one,
  body: RemarkBody,
  answer: ListRemark,
  status: 201,
})
export const saveListRemark = defineRoute({
  method: 'PUT',
  path: '/api/certification/remarks/:id',
  tag,
  summary: 'Изменить замечание, пока оно не направлено',
  access: remark.rightFor('edit'),
  params: one,
  body: Type.Object({ version: Version, ...RemarkBody.properties }),
  answer: ListRemark,
})
export const addRemarkFile = defineRoute({
  method: 'POST',
  path: '/api/certification/remarks/:id/files',
  tag,
  summary: 'Приложить к замечанию файл, до 2 ГБ',
  access: remark.rightFor('edit'),
  params: one,
  query: Type.Object({
    kind: MaterialKind,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    /** The file tells of persons: it is kept sealed. */
    personal: Type.Optional(Type.Boolean()),
  }),
  stream: 'upload',
  answer: ListRemark,
})
export const downloadRemarkFile = defineRoute({
  method: 'GET',
  path: '/api/certification/remarks/:id/files/:file',
  tag,
  summary: 'Файл, приложенный к замечанию',
  access: 'lists.read',
  audit: { label: 'материал замечания к перечню', subject: 'id' },
  params: Type.Object({ id: Id, file: Id }),
  stream: 'download',
})
export const sendListRemark = defineRoute({
  method: 'POST',
  path: '/api/certification/remarks/:id/sending',
  tag,
  summary: 'Направить замечание в Аналитический центр',
  access: remark.rightFor('send'),
  params: one,
  answer: ListRemark,
})
export const takeBackListRemark = defineRoute({
  method: 'DELETE',
  path: '/api/certification/remarks/:id/sending',
  tag,
  summary: 'Отозвать направленное замечание, пока по нему нет решения',
  access: remark.rightFor('take_back'),
  params: one,
  answer: ListRemark,
})
export const acceptListRemark = defineRoute({
  method: 'POST',
  path: '/api/certification/remarks/:id/acceptance',
  tag,
  summary: 'Принять замечание: сведения об объекте в проекте перечня меняются по его материалам',
  access: remark.rightFor('accept'),
  params: one,
  answer: ListRemark,
})
export const declineListRemark = defineRoute({
  method: 'POST',
  path: '/api/certification/remarks/:id/refusal',
  tag,
  summary: 'Отклонить замечание с причиной',
  access: remark.rightFor('decline'),
  params: one,
  body: Type.Object({ reason: Reason }),
  answer: ListRemark,
})
