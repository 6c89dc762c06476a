import { expect, test } from 'vitest'
import { html } from './html.ts'

test('texts are escaped, pieces are not, and nothing is printed of what is not there', () => {
  const items = ['<b>', 'a & "b"'].map((text) => html`<li title="${text}">${text}</li>`)
  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.html).toBe(
    '<ul><li title="&lt;b&gt;">&lt;b&gt;</li><li title="a &amp; &quot;b&quot;">a &amp; &quot;b&quot;</li></ul>0',
  )
})
