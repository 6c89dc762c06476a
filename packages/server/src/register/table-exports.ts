import type { RegisteredService } from '@otklik/model/register/api'
import type { Column } from '../platform/http/index.ts'

/** How the lists are called and headed when they are taken away as files. */
export const tables = {
  services: {
    name: 'Услуги',
    columns: [
      { key: 'id', title: 'Номер' },
      { key: 'name', title: 'Наименование' },
      { key: 'authority', title: 'Орган' },
      { key: 'region', title: 'Субъект' },
      { key: 'kind', title: 'Вид' },
      { key: 'termDays', title: 'Срок, дней', type: 'integer' },
      { key: 'termUnit', title: 'Единица срока' },
      { key: 'fee', title: 'Пошлина' },
      { key: 'lifeSituations', title: 'Жизненные ситуации' },
    ],
    cells: (row: RegisteredService) => ({ ...row, lifeSituations: row.lifeSituations.join('|') }),
  },
  authorities: {
    name: 'Органы',
    columns: [
      { key: 'name', title: 'Наименование' },
      { key: 'region', title: 'Субъект' },
    ],
  },
  offices: {
    name: 'Подразделения',
    columns: [
      { key: 'region', title: 'Субъект' },
      { key: 'name', title: 'Наименование' },
      { key: 'authority', title: 'Орган' },
      { key: 'zone', title: 'Часовой пояс' },
      { key: 'requests', title: 'Заявлений', type: 'integer' },
    ],
  },
  regions: {
    name: 'Субъекты Российской Федерации',
    columns: [
      { key: 'id', title: 'Код' },
      { key: 'name', title: 'Наименование' },
      { key: 'oktmo', title: 'ОКТМО' },
      { key: 'zone', title: 'Часовой пояс' },
    ],
  },
  norms: {
    name: 'Нормы сроков',
    columns: [
      { key: 'measure', title: 'Показатель' },
      { key: 'service', title: 'Услуга' },
      { key: 'value', title: 'Норма', type: 'number' },
      { key: 'unit', title: 'Единица' },
      { key: 'source', title: 'Основание' },
    ],
  },
} as const satisfies Record<string, { name: string; columns: readonly Column[]; cells?: unknown }>
