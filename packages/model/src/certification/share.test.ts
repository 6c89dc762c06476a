import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certifiedShare, type ShareObject } from './index.ts'

test('objects that paragraphs 1–4 of point 14 keep out do not count, those without access do', () => {
  const objects: ShareObject[] = [
    { reasons: [], certified: true },
    { reasons: [], certified: false },
    { reasons: ['no_access'], certified: false },
    { reasons: ['low_self_check'], certified: true },
    { reasons: ['ending'], certified: true },
    { reasons: ['no_contacts', 'no_access'], certified: false },
  ]
  expect(certifiedShare(objects)).toEqual({ certified: 2, counted: 4, leftOut: 2 })
  expect(certifiedShare([])).toEqual({ certified: 0, counted: 0, leftOut: 0 })
})

test('every object is counted or left out, and no more are certified than counted', () => {
  const object = fc.record({
    reasons: fc.array(fc.constantFrom('no_access', 'ending', 'no_self_check', 'road_map_failed')),
    certified: fc.boolean(),
  }) as fc.Arbitrary<ShareObject>
  fc.assert(
    fc.property(fc.array(object), (objects) => {
      const { certified, counted, leftOut } = certifiedShare(objects)
      expect(counted + leftOut).toBe(objects.length)
      expect(certified).toBeLessThanOrEqual(counted)
    }),
  )
})
