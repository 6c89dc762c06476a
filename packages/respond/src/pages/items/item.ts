import { html, type Html } from '../../html.ts'
import type { PageView } from '../view.ts'
import { choices, optionsOf } from './choices.ts'
import type { Fielded } from './fielded.ts'
import { listField } from './list.ts'
import { scale } from './scale.ts'
import { textField } from './texts.ts'

/** The control of an item. */
export function control(view: PageView, field: Fielded): Html {
  const { item } = field
  switch (item.type) {
    case 'one':
      return choices(view, field, optionsOf(view, item))
    case 'many':
      return choices(view, field, optionsOf(view, item), { many: true })
    case 'scale':
      return scale(view, field)
    case 'list':
      return listField(view, field)
    case 'consent':
      return choices(view, field, [{ code: 'true', label: view.tell(item.question.text) }], { many: true })
    case 'note':
      return html``
    default:
      return textField(view, field)
  }
}
