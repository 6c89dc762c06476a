import { describe, expect, test } from 'vitest'
import { step } from '../../processes/index.ts'
import type { YearFacts } from '../admission.ts'
import { type Contacts, factsAfter, LIST_REMARK, type Materials, missingContacts } from './index.ts'

const FACTS: YearFacts = {
  selfCheck: null,
  form: 'not_online',
  ending: null,
  roadMapFailed: true,
  contacts: false,
  access: false,
  mass: null,
}
const NOTHING: Materials = { level: null, monitoring: null, form: null, act: null, mass: null }
const CONTACT = { name: 'Отдел услуг', phone: '+7 495 000-00-00', email: 'otdel@example.test' }
const NOBODY: Contacts = { authority: null, digital: null }

describe('an accepted remark changes what it speaks of', () => {
  test('the letter, the form, the item of a list, the contacts', () =>
    expect(
      factsAfter(
        FACTS,
        {
          level: { letter: 'Б+' },
          monitoring: null,
          form: { address: 'https://example.test' },
          act: null,
          mass: { list: 'regional', item: '7' },
        },
        { authority: CONTACT, digital: CONTACT },
      ),
    ).toEqual({ ...FACTS, selfCheck: 'Б+', form: 'open', mass: '7', massList: 'regional', contacts: true }))
  test('nothing where it brings nothing', () => expect(factsAfter(FACTS, NOTHING, NOBODY)).toEqual(FACTS))
  test('contacts that were given before stay', () =>
    expect(factsAfter({ ...FACTS, contacts: true }, NOTHING, NOBODY).contacts).toBe(true))
  // A form that is there but can't be studied from outside has an address, too.
  test('an address does not open a form that is closed to remote study', () =>
    expect(
      factsAfter({ ...FACTS, form: 'not_remote' }, { ...NOTHING, form: { address: 'https://x.test' } }, NOBODY).form,
    ).toBe('not_remote'))
})

test('a contact has a telephone and an address', () => {
  expect(missingContacts({ authority: CONTACT, digital: CONTACT })).toEqual([])
  expect(missingContacts({ authority: { ...CONTACT, phone: ' ' }, digital: null })).toEqual([
    'уполномоченного органа',
    'ответственного за цифровизацию',
  ])
})

test('remarks are taken while the draft is published', () => {
  const about = { published: false, content: true, reason: '' }
  expect(step(LIST_REMARK, 'send', 'draft', about)).toMatchObject({ refused: 'published' })
  expect(step(LIST_REMARK, 'send', 'draft', { ...about, published: true, content: false })).toMatchObject({
    refused: 'has_content',
  })
  expect(step(LIST_REMARK, 'decline', 'sent', { ...about, published: true })).toMatchObject({ refused: 'has_reason' })
  expect(step(LIST_REMARK, 'edit', 'accepted', about)).toMatchObject({ refused: 'state' })
})
