import type { AppealCard, AppealFields } from '@otklik/model/appeals/api'
import type { Office } from './appeals.fixture.ts'

export interface Received {
  readonly id: number
  readonly number: string | null
  readonly known: boolean
  readonly code: string
}

/** What tests do with one appeal, over HTTP. */
export function callsOn(office: Office) {
  const given = (fields: Partial<AppealFields> = {}): AppealFields => ({
    authority: office.authority,
    kind: 'complaint',
    source: 'site',
    received: '2026-04-27',
    text: 'Справку не выдали. Мой телефон 8 910 123-45-67.',
    service: null,
    office: null,
    requestId: null,
    externalNumber: null,
    topics: [],
    contact: { name: 'Заявитель', mail: 'applicant@example.test', phone: null, address: null },
    consent: 'на сайте',
    rule: '59.answer',
    ...fields,
  })
  const receive = async (fields?: Partial<AppealFields>): Promise<Received> =>
    (await office.post<Received>('', given(fields))).body
  const cardOf = async (id: number, who?: string): Promise<AppealCard> =>
    (await office.get<AppealCard>(`/${id}`, who)).body
  const step = (id: number, what: string, body: object, who?: string) =>
    office.post<AppealCard>(`/${id}/${what}`, body, who)

  async function inWork(fields?: Partial<AppealFields>): Promise<Received> {
    const received = await receive(fields)
    await step(received.id, 'executor', { executor: office.executor })
    return received
  }
  return { given, receive, cardOf, step, inWork }
}
