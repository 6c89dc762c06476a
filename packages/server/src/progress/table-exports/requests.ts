import type { RequestRow } from '@otklik/model/progress/api'
import type { TableExport } from '../../platform/http/index.ts'

export function requestTable(rows: AsyncIterable<RequestRow>): TableExport {
  return {
    name: 'Заявления',
    columns: [
      { key: 'request', title: 'Номер запроса' },
      { key: 'month', title: 'Месяц' },
      { key: 'service', title: 'Номер услуги' },
      { key: 'serviceName', title: 'Услуга' },
      { key: 'subservice', title: 'Вариант услуги' },
      { key: 'channel', title: 'Канал' },
      { key: 'region', title: 'Субъект РФ' },
      { key: 'office', title: 'Подразделение' },
      { key: 'ratedAt', title: 'Когда оценили', type: 'time' },
      { key: 'score', title: 'Оценка', type: 'integer' },
      { key: 'rating', title: 'Оценка в CSI', type: 'number' },
      { key: 'firstEvent', title: 'Первое событие', type: 'time' },
      { key: 'lastEvent', title: 'Последнее событие', type: 'time' },
      { key: 'lastStatus', title: 'Код статуса', type: 'integer' },
      { key: 'lastStatusName', title: 'Статус' },
      { key: 'events', title: 'Событий', type: 'integer' },
    ],
    rows,
  }
}
