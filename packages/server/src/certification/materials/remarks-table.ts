import type { ListRemark } from '@otklik/model/certification/api'
import { LIST_REMARK, REMARK_ASKS } from '@otklik/model/certification/list-remarks'
import { dayOf } from '@otklik/model/days'
import type { Column, TableRow } from '../../platform/http/index.ts'

/** Remarks as a file. Contacts of persons stay out of it. */
export const remarksTable = {
  name: 'Замечания к перечню',
  columns: [
    { key: 'object', title: 'Объект №', type: 'integer' },
    { key: 'name', title: 'Объект сертификации' },
    { key: 'authority', title: 'Уполномоченный орган' },
    { key: 'asks', title: 'Предложение' },
    { key: 'text', title: 'Замечание' },
    { key: 'level', title: 'а) Уровень' },
    { key: 'monitoring', title: 'б) Мониторинг' },
    { key: 'form', title: 'в) Форма' },
    { key: 'act', title: 'г) Акт' },
    { key: 'mass', title: 'д) Перечень МСЗУ' },
    { key: 'files', title: 'Файлы' },
    { key: 'sent', title: 'Направлено', type: 'day' },
    { key: 'state', title: 'Решение' },
    { key: 'reason', title: 'Причина' },
  ],
  cells: ({ object, name, authority, asks, text, materials, files, sent, state, decided }: ListRemark): TableRow => ({
    object,
    name,
    authority,
    asks: REMARK_ASKS[asks],
    text,
    level: materials.level?.letter ?? null,
    monitoring: materials.monitoring?.reference ?? null,
    form: materials.form?.address ?? null,
    act: materials.act?.details ?? null,
    mass:
      materials.mass &&
      `${materials.mass.item} (${materials.mass.list === 'federal' ? 'федеральный' : 'региональный'})`,
    files: files.map(({ name: file }) => file).join('; '),
    sent: sent && dayOf(new Date(sent.at)),
    state: LIST_REMARK.states[state],
    reason: decided?.reason ?? null,
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }
