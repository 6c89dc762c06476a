import { HAS_REASON, processAbout } from '../../processes/index.ts'
import { type Part, PARTS } from '../score/schemes.ts'
import { actorsNamed } from './actors.ts'

/** What the guards of an authority's materials look at. */
export interface MaterialsAbout {
  /** Parts of the procedure without materials. */
  readonly missing: readonly Part[]
  /** Whether the draw took these materials for the check; null before the draw. */
  readonly drawn: boolean | null
  /** Of materials under check: their findings are confirmed. */
  readonly confirmed: boolean
  readonly reason: string
}

/** What an authority hands in to show that its typical service conforms to the model (Правила, пункты 48–50). */
export const MATERIALS = processAbout<MaterialsAbout>()({
  title: 'Материалы соответствия',
  states: {
    preparing: 'готовятся',
    submitted: 'направлены',
    checking: 'на выборочной проверке',
    returned: 'возвращены',
    certified: 'сертификат выдан',
  },
  events: {
    begin: 'начать',
    edit: 'изменить',
    submit: 'направить куратору',
    check: 'взять на проверку',
    return: 'вернуть с причинами',
    certify: 'выдать сертификат',
  },
  guards: {
    complete: {
      holds: ({ missing }) => missing.length === 0,
      says: ({ missing }) =>
        `Нет материалов этапов: ${missing.map((part) => PARTS[part].title.toLowerCase()).join(', ')}.`,
    },
    was_drawn: {
      holds: ({ drawn }) => drawn === true,
      says: ({ drawn }) =>
        drawn === null ? 'Жребий ещё не проведён.' : 'Жребий не выбрал эти материалы: проверять их не нужно.',
    },
    passed_over: {
      holds: ({ drawn }) => drawn === false,
      says: ({ drawn }) =>
        drawn === null ? 'Жребий ещё не проведён.' : 'Жребий выбрал эти материалы: сначала проверьте их (п. 49).',
    },
    findings_confirmed: {
      holds: ({ confirmed }) => confirmed,
      says: 'Выводы материалов не подтверждены. Подтвердите их или верните материалы с причинами (п. 50).',
    },
    has_reason: HAS_REASON,
  },
  actors: actorsNamed('typical.answer', 'typical.prepare'),
  moves: [
    { event: 'begin', from: [null], to: 'preparing', by: ['typical.answer'], guards: [], point: '48' },
    { event: 'edit', from: ['preparing', 'returned'], to: 'same', by: ['typical.answer'], guards: [] },
    {
      event: 'submit',
      from: ['preparing', 'returned'],
      to: 'submitted',
      by: ['typical.answer'],
      guards: ['complete'],
      point: '48',
    },
    {
      event: 'check',
      from: ['submitted'],
      to: 'checking',
      by: ['typical.prepare'],
      guards: ['was_drawn'],
      point: '49',
    },
    {
      event: 'return',
      from: ['checking'],
      to: 'returned',
      by: ['typical.prepare'],
      guards: ['has_reason'],
      point: '50',
    },
    {
      event: 'certify',
      from: ['submitted'],
      to: 'certified',
      by: ['typical.prepare'],
      guards: ['passed_over'],
      point: '49',
    },
    {
      event: 'certify',
      from: ['checking'],
      to: 'certified',
      by: ['typical.prepare'],
      guards: ['findings_confirmed'],
      point: '49',
    },
  ],
})

/**
 * Which of the materials are checked: those whose digest of the seed and the identifier comes first. The digest is passed
 * in (SHA-256 in hexadecimal), so that anybody with the recorded seed can repeat the draw with any tool.
 */
export const drawOf = (ids: readonly string[], count: number, digest: (id: string) => string): string[] =>
  ids
    .map((id) => ({ id, rank: digest(id) }))
    .toSorted((a, b) => (a.rank < b.rank || (a.rank === b.rank && a.id < b.id) ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id)
