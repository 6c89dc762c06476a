import type { Kind } from '@otklik/model/exchange'
import { type Cells, company } from './good-rows.ts'

/** What a changed row is set aside with: code → [column, value]. */
type Case = readonly [changed: Cells, codes: Readonly<Record<string, readonly [column: string, value: string]>>]
const long = (length: number) => 'д'.repeat(length)
const requestCases: readonly Case[] = [
  [{ request_id: '' }, { required: ['request_id', ''] }],
  [{ request_id: long(201) }, { too_long: ['request_id', long(80)] }],
  [{ service_id: '' }, { required: ['service_id', ''] }],
  [{ service_id: '12a' }, { bad_number: ['service_id', '12a'] }],
  [{ service_id: '1'.repeat(37) }, { bad_number: ['service_id', '1'.repeat(37)] }],
  [{ consultation_topic: long(1001) }, { too_long: ['consultation_topic', long(80)] }],
  [{ submission_channel: '' }, { required: ['submission_channel', ''] }],
  [{ submission_channel: 'почта' }, { unknown_channel: ['submission_channel', 'почта'] }],
  [{ result_channel: 'почта' }, { unknown_channel: ['result_channel', 'почта'] }],
  [{ region: '' }, { required: ['region', ''] }],
  [{ region: 'Нигде' }, { unknown_region: ['region', 'Нигде'] }],
  [{ region: '00' }, { unknown_region: ['region', '00'] }],
  [{ applicant_kind: 'ИП' }, { bad_applicant_kind: ['applicant_kind', 'ИП'] }],
  [{ applicant_hash: '112-233-445 95' }, { plain_identifier: ['applicant_hash', '112-233-445 95'] }],
  [{ applicant_hash: 'abc' }, { bad_hash: ['applicant_hash', 'abc'] }],
  [{ gender: 'муж' }, { bad_gender: ['gender', 'муж'] }],
  [{ age: '35' }, { bad_age: ['age', '35'] }],
  [{ age: '131' }, { bad_age: ['age', '131'] }],
  [{ ogrn: '1027700132195' }, { wrong_applicant_field: ['ogrn', '1027700132195'] }],
  [{ ...company, ogrn: '1027700132194' }, { bad_ogrn: ['ogrn', '1027700132194'] }],
  [{ ...company, age: '035' }, { wrong_applicant_field: ['age', '035'] }],
  [
    { region: 'Нигде', age: 'x', service_id: '' },
    { required: ['service_id', ''], unknown_region: ['region', 'Нигде'], bad_age: ['age', 'x'] },
  ],
]
const momentCases = (column: string): Case[] => [
  [{ [column]: '31.02.2026 10:00:00' }, { bad_date: [column, '31.02.2026 10:00:00'] }],
  [{ [column]: '01.05.2026 10:00' }, { bad_time: [column, '01.05.2026 10:00'] }],
  [
    { [column]: '31.02.2026 25:00:00' },
    { bad_date: [column, '31.02.2026 25:00:00'], bad_time: [column, '31.02.2026 25:00:00'] },
  ],
  [{ [column]: '1.2.2026 10:00' }, { bad_date: [column, '1.2.2026 10:00'] }],
  [{ [column]: '02.07.2026 00:00:00' }, { date_in_future: [column, '02.07.2026 00:00:00'] }],
  [{ [column]: '31.12.2009 00:00:00' }, { date_too_early: [column, '31.12.2009 00:00:00'] }],
]
/** A row per error of every kind, and a few with more than one. */
export const cases: Readonly<Record<Kind, readonly Case[]>> = {
  requests: requestCases,
  wide: [
    ...requestCases,
    ...momentCases('ЕПГУ.11'),
    [{ 'ЕПГУ.13': '01.05.2026' }, { ambiguous_item: ['ЕПГУ.13', '01.05.2026'] }],
    [{ 'ЕПГУ.99': '01.05.2026' }, { unknown_item: ['ЕПГУ.99', '01.05.2026'] }],
    [{ 'ОГВ#9999': '01.05.2026' }, { unknown_status: ['ОГВ#9999', '01.05.2026'] }],
    [{ 'ОГВ#1003': '01.05.2026' }, { status_not_in_section: ['ОГВ#1003', '01.05.2026'] }],
    [{ 'ЕПГУ.11': '01.05.2026 10:00:00|x' }, { bad_date: ['ЕПГУ.11', 'x'] }],
    [
      { 'ЕПГУ.11': '02.05.2026|01.05.2026 10:00 | y' },
      { bad_date: ['ЕПГУ.11', 'y'], bad_time: ['ЕПГУ.11', '01.05.2026 10:00'] },
    ],
  ],
  events: [
    [{ request_id: '' }, { required: ['request_id', ''] }],
    [{ request_id: long(201) }, { too_long: ['request_id', long(80)] }],
    [{ section: '' }, { required: ['section', ''] }],
    [{ section: 'АБВ' }, { unknown_section: ['section', 'АБВ'] }],
    [{ status: '' }, { required: ['item', ''] }],
    [{ item: '99' }, { unknown_item: ['item', '99'] }],
    [{ status: '9999' }, { unknown_status: ['status', '9999'] }],
    [{ status: '1003' }, { status_not_in_section: ['status', '1003'] }],
    [{ item: '12' }, { status_item_mismatch: ['item', '12'] }],
    [
      { item: '99', status: '9999' },
      { unknown_item: ['item', '99'], unknown_status: ['status', '9999'] },
    ],
    [
      { item: '99', status: '1003' },
      { unknown_item: ['item', '99'], status_not_in_section: ['status', '1003'] },
    ],
    [
      { section: 'АБВ', item: '99', status: '9999' },
      { unknown_section: ['section', 'АБВ'], unknown_item: ['item', '99'], unknown_status: ['status', '9999'] },
    ],
    [{ section: 'АБВ', item: '32', status: '1003' }, { unknown_section: ['section', 'АБВ'] }],
    [{ item: '13', status: '9999' }, { unknown_status: ['status', '9999'] }],
    [{ item: '13', status: '' }, { ambiguous_item: ['item', '13'] }],
    [{ date: '' }, { required: ['date', ''] }],
    [{ date: '31.02.2026' }, { bad_date: ['date', '31.02.2026'] }],
    [{ time: '25:00:00' }, { bad_time: ['time', '25:00:00'] }],
    [{ date: '02.07.2026' }, { date_in_future: ['date', '02.07.2026'] }],
    [{ date: '31.12.2009' }, { date_too_early: ['date', '31.12.2009'] }],
  ],
  payments: [
    [{ request_id: '' }, { required: ['request_id', ''] }],
    [{ uin: long(201) }, { too_long: ['uin', long(80)] }],
    ...['uin_assigned_at', 'paid_at', 'payment_confirmed_at', 'form_error_at', 'refunded_at'].flatMap(momentCases),
  ],
  ratings: [
    [{ rated_at: '' }, { required: ['rated_at', ''] }],
    ...momentCases('rated_at'),
    [{ score: '', criteria: '' }, { required: ['score', ''] }],
    [{ score: '6' }, { bad_score: ['score', '6'] }],
    [{ score: '4,5' }, { bad_score: ['score', '4,5'] }],
    [{ criteria: 'Вежливость=0' }, { bad_score: ['criteria', 'Вежливость=0'] }],
    [{ criteria: 'Срок=5| Вежливость=6 |x' }, { bad_score: ['criteria', 'Вежливость=6'] }],
    [{ criteria: 'Вежливость' }, { bad_score: ['criteria', 'Вежливость'] }],
    [
      { criteria: Array.from({ length: 21 }, (_, i) => `к${i}=5`).join('|') },
      {
        too_long: [
          'criteria',
          Array.from({ length: 21 }, (_, i) => `к${i}=5`)
            .join('|')
            .slice(0, 80),
        ],
      },
    ],
    [{ review: long(10_001) }, { too_long: ['review', long(80)] }],
  ],
  complaints: [
    [{ accepted_at: '' }, { required: ['accepted_at', ''] }],
    ...['accepted_at', 'scheduled_at', 'upheld_at', 'rejected_at'].flatMap(momentCases),
  ],
  services: [
    [{ service_id: '' }, { required: ['service_id', ''] }],
    [{ service_id: '1 2' }, { bad_number: ['service_id', '1 2'] }],
    [{ name: '' }, { required: ['name', ''] }],
    [{ name: long(1001) }, { too_long: ['name', long(80)] }],
    [{ region: 'Нигде' }, { unknown_region: ['region', 'Нигде'] }],
    [{ kind: 'работа' }, { required: ['kind', 'работа'] }],
    [{ term_unit: 'часы' }, { required: ['term_unit', 'часы'] }],
    [{ term_days: '3651' }, { bad_number: ['term_days', '3651'] }],
    [{ term_days: '1.5' }, { bad_number: ['term_days', '1.5'] }],
    [{ fee: long(201) }, { too_long: ['fee', long(80)] }],
  ],
}
