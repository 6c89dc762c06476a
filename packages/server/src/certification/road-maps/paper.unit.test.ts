import { draftOf } from '@otklik/model/certification/road-map'
import { ROAD_MAP_SECTIONS } from '@otklik/model/certification/procedure'
import { expect, test } from 'vitest'
import { renderPaper } from '../../platform/papers/index.ts'
import { roadMapPaper } from './paper.ts'
import type { KeptRemark, RoadMapRow } from './rows.ts'

const AT = new Date('2026-06-10T09:00:00Z')
const remark = (text: string, kind: KeptRemark['kind'] = 'search'): KeptRemark => ({ kind, text })
const row = (remarks: readonly KeptRemark[], name = 'Зачисление в школу'): RoadMapRow => ({
  id: 3,
  procedure_id: 9,
  version: 1,
  state: 'draft',
  content: { steps: draftOf(remarks).steps, points: [{ share: 100, due: '2026-12-20' }] },
  begun_at: AT,
  begun_by: 'Иванова А. П.',
  submitted_at: null,
  submitted_by: null,
  returned_at: null,
  returned_by: null,
  returned_reason: null,
  agreed_at: null,
  agreed_by: null,
  approved_at: null,
  approved_by: null,
  finished_at: null,
  finished_by: null,
  name,
  authority: 'Министерство образования',
  conclusion_sent_at: AT,
  remarks: [...remarks],
})

const headings = (remarks: readonly KeptRemark[]): string[] =>
  roadMapPaper(row(remarks), AT).blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))

test('all eight sections stand there, those without steps as not needed', () => {
  expect(headings([remark('Поиск')]).slice(0, 8)).toEqual(
    ROAD_MAP_SECTIONS.map((title, at) => `${at + 1}. ${title}${at === 2 || at === 7 ? '' : ' – не требуется'}`),
  )
})

test('it is a draft until it is approved', () => {
  expect(roadMapPaper(row([]), AT).mark).toBe('Проект')
  const approved = { ...row([]), state: 'approved' as const, approved_at: AT, approved_by: 'Иванова А. П.' }
  expect(roadMapPaper(approved, AT)).toMatchObject({
    head: { approval: ['Утверждён', 'Иванова А. П.', expect.stringContaining('2026')] },
  })
  // What is being changed is no longer what was approved.
  const amended = roadMapPaper({ ...approved, state: 'draft' }, AT)
  expect([amended.mark, amended.head.approval]).toEqual(['Проект', undefined])
})

test('forty remarks and long names make files of all formats', async () => {
  const long =
    'Очень длинное наименование государственной услуги с пояснениями в скобках (в том числе в электронной форме) '
  const paper = roadMapPaper(
    row(
      Array.from({ length: 40 }, (_, at) =>
        remark(`${at + 1}. ${long.repeat(2)}`, at % 3 === 0 ? 'regulation' : 'design'),
      ),
      long.repeat(3),
    ),
    AT,
  )
  for (const format of ['pdf', 'docx', 'xlsx'] as const)
    expect((await renderPaper(paper, format)).length).toBeGreaterThan(5000)
})
