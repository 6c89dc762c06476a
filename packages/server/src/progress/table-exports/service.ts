import type { ServicePage } from '@otklik/model/progress/api'
import type { TableExport } from '../../platform/http/index.ts'

/** A table of a service's page as a file. */
export function serviceTable(page: ServicePage, table: 'statuses' | 'criteria'): TableExport {
  return table === 'statuses' ? statusTable(page) : criterionTable(page)
}

const statusTable = ({ service, statuses }: ServicePage): TableExport => ({
  name: `Статусы услуги ${service.id}`,
  columns: [
    { key: 'name', title: 'Статус' },
    { key: 'status', title: 'Код', type: 'integer' },
    { key: 'section', title: 'Раздел' },
    { key: 'requests', title: 'Запросов', type: 'integer' },
    { key: 'events', title: 'Событий', type: 'integer' },
  ],
  rows: statuses,
})

const criterionTable = ({ service, ratings }: ServicePage): TableExport => ({
  name: `Критерии оценок услуги ${service.id}`,
  columns: [
    { key: 'name', title: 'Критерий' },
    { key: 'value', title: 'Среднее', type: 'number' },
    { key: 'low', title: 'Нижняя граница', type: 'number' },
    { key: 'high', title: 'Верхняя граница', type: 'number' },
    { key: 'n', title: 'Оценок', type: 'integer' },
    { key: 'little', title: 'Данных мало' },
  ],
  rows: ratings.criteria.map(({ name, mean: { note, ...mean } }) => ({
    name,
    ...mean,
    little: note === 'little_data' ? 'да' : '',
  })),
})
