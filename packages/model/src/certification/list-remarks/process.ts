import { HAS_REASON, processAbout } from '../../processes/index.ts'
import { actorsNamed } from '../procedure/actors.ts'

/** What the guards of a remark look at. */
export interface ListRemarkAbout {
  /** The draft of the year is published for remarks. */
  readonly published: boolean
  /** It says or brings something. */
  readonly content: boolean
  readonly reason: string
}

/** A remark of those responsible on the draft list of a year, with its materials and the decision on it (Правила, пункты 10, 11). */
export const LIST_REMARK = processAbout<ListRemarkAbout>()({
  title: 'Замечание к проекту перечня отчётного года',
  states: { draft: 'готовится', sent: 'направлено', accepted: 'принято', declined: 'отклонено' },
  events: {
    begin: 'начать',
    edit: 'изменить',
    send: 'направить',
    take_back: 'отозвать',
    accept: 'принять',
    decline: 'отклонить',
  },
  guards: {
    published: {
      holds: ({ published }) => published,
      says: 'Замечания принимают, пока проект перечня опубликован для замечаний (п. 10).',
    },
    has_content: {
      holds: ({ content }) => content,
      says: 'В замечании нет ни текста, ни материалов. Напишите, что предлагаете.',
    },
    has_reason: HAS_REASON,
  },
  actors: actorsNamed('lists.remark', 'lists.prepare'),
  moves: [
    { event: 'begin', from: [null], to: 'draft', by: ['lists.remark'], guards: ['published'], point: '10' },
    { event: 'edit', from: ['draft'], to: 'same', by: ['lists.remark'], guards: [], point: '10, 11' },
    {
      event: 'send',
      from: ['draft'],
      to: 'sent',
      by: ['lists.remark'],
      guards: ['published', 'has_content'],
      point: '10',
    },
    { event: 'take_back', from: ['sent'], to: 'draft', by: ['lists.remark'], guards: [] },
    // The draft may be out of publication by then; whether it can be changed, the list itself tells.
    { event: 'accept', from: ['sent'], to: 'accepted', by: ['lists.prepare'], guards: [], point: '12' },
    { event: 'decline', from: ['sent'], to: 'declined', by: ['lists.prepare'], guards: ['has_reason'], point: '12' },
  ],
})
