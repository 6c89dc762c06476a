import { EVERYTHING } from '@otklik/model/access'
import { dayOf } from '@otklik/model/days'
import { dayInFigures, dayInWords } from '@otklik/model/print'
import { type Block, hashOf, type Paper } from '../../platform/papers/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { criticalResult } from '../../progress/index.ts'
import { CENTRE } from '../documents/document.ts'
import { describedCases, type DescribedCase } from './rows.ts'

/** The paper of a notice that has its number; undefined where the document is none. */
export async function noticeOf(db: Db, document: number): Promise<Paper | undefined> {
  const row = await describedCases(db, EVERYTHING)
    .innerJoin('certification_documents as n', 'n.id', 'c.notice_id')
    .select(['n.number as noticeNumber', 'n.dated as noticeDated'])
    .where('n.id', '=', document)
    .executeTakeFirst()
  return row && noticePaper(row, { number: row.noticeNumber, dated: row.noticeDated })
}

/** The notice with its four parts (Правила, пункт 35). */
export function noticePaper(row: DescribedCase, { number, dated }: { number: string; dated: string }): Paper {
  const { name, authority, notice, alarm, certificate, signed_by: by } = row
  return {
    name: `Уведомление ${number}`,
    author: CENTRE,
    made: (row.signed_at ?? row.found_at).toISOString(),
    hash: hashOf({ number, dated, name, authority, notice, alarm, certificate }),
    head: {
      organisation: CENTRE,
      title: 'Уведомление о прекращении срока действия сертификата о клиентоцентричности',
      lines: [`№ ${number} от ${dayInWords(dated)}`],
    },
    blocks: [
      part('а) Наименование объекта сертификации', name),
      part('б) Наименование уполномоченного органа или организации', authority ?? 'не указан'),
      [{ kind: 'heading', level: 1, text: 'в) Результат постсертификационного мониторинга' }] satisfies Block[],
      criticalResult({ ...alarm, acknowledged: null }),
      notice === null || notice.text === '' ? [] : [{ kind: 'text', text: notice.text } satisfies Block],
      ending(row),
      [
        {
          kind: 'signature',
          lines: [{ position: 'Уполномоченное лицо Аналитического центра', ...(by && { name: by }) }],
        },
      ] satisfies Block[],
    ].flat(),
  }
}

const part = (title: string, text: string): Block[] => [
  { kind: 'heading', level: 1, text: title },
  { kind: 'text', text },
]

function ending({ notice, certificate, valid_from, valid_to, found_at }: DescribedCase): Block[] {
  const day = notice?.endsOn ?? null
  return [
    ...part(
      'г) Дата прекращения срока действия сертификата',
      day === null ? '«___» __________________ 20___ г.' : dayInWords(day),
    ),
    {
      kind: 'text',
      look: 'note',
      text: `Сертификат № ${certificate}, срок действия ${dayInFigures(valid_from ?? '')} – ${dayInFigures(valid_to ?? '')}. Критическое значение выявлено ${dayInFigures(dayOf(found_at))}; уведомление направляется в течение 5 рабочих дней (пункт 34 Правил).`,
    },
  ]
}
