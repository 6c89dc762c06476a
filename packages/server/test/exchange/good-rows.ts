import type { Kind } from '@otklik/model/exchange'

/** Cells of a good row by column; a case changes some of them. */
export type Cells = Readonly<Record<string, string>>
const request: Cells = {
  request_id: 'r#',
  service_id: '-10000000398',
  submission_channel: 'ЕПГУ',
  result_channel: 'МФЦ',
  region: 'Белгородская область',
  applicant_kind: 'ФЛ',
  applicant_hash: '0123456789abcdef0123456789abcdef',
  gender: 'Ж',
  age: '035',
}
export const company: Cells = { applicant_kind: 'ЮЛ', gender: '', age: '' }
export const good: Readonly<Record<Kind, Cells>> = {
  requests: request,
  events: { request_id: 'r#', section: 'ЕПГУ', item: '', status: '17', date: '01.05.2026', time: '10:00:00' },
  wide: { ...request, 'ЕПГУ.11': '01.05.2026 10:00:00' },
  payments: { request_id: 'r#', uin: '18810000000000000000', paid_at: '01.05.2026 10:00:00' },
  ratings: { request_id: 'r#', rated_at: '01.05.2026 10:00:00', score: '5', criteria: 'Вежливость=4|Удобство=5' },
  complaints: { request_id: 'r#', accepted_at: '01.05.2026 10:00:00' },
  services: { service_id: '100#', name: 'Выдача разрешения', kind: 'услуга', term_days: '10', term_unit: 'рабочие' },
}
