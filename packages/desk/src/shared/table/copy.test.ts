import { expect, test } from 'vitest'
import type { Column } from './columns.ts'
import { clipboardForms } from './copy.ts'

interface Row {
  readonly name: string
  readonly share: number | null
}
const columns: Column<Row>[] = [
  { id: 'name', title: 'Услуга', value: ({ name }) => name },
  { id: 'plot', title: 'Картинка', value: () => null, picture: true },
  {
    id: 'share',
    title: 'Доля',
    value: ({ share }) => share,
    text: ({ share }) => (share === null ? '' : `${share} %`),
  },
]

test('cells stay in their columns, whatever stands in them', () => {
  const { text, html } = clipboardForms(columns, [
    { name: 'Выдача\tсправки\nо <доходах>', share: 12 },
    { name: 'Запись', share: null },
  ])
  expect(text).toBe('Услуга\tДоля\nВыдача справки о <доходах>\t12 %\nЗапись\t')
  expect(html).toContain('<td>Выдача\tсправки\nо &lt;доходах&gt;</td><td>12 %</td>')
})
