import { expect, test } from 'vitest'
import { seenFrom } from './seen.ts'

const bare = { region: null, authority: null, authorityName: null, office: null, children: 0 }

test.each([
  ['the root', { kind: 'system', ...bare, children: 3 }, [{ why: 'everything' }]],
  ['a region', { kind: 'region', ...bare, region: '31' }, [{ why: 'region', region: '31' }]],
  ['a body in a region', { kind: 'regional_body', ...bare, region: '31' }, []],
  [
    'an authority of the register with others under it',
    { kind: 'regional_body', ...bare, authority: 'a1', authorityName: 'Минобр', children: 2 },
    [{ why: 'authority', name: 'Минобр' }, { why: 'under' }],
  ],
  ['an office', { kind: 'office', ...bare, office: 'Окно № 1' }, [{ why: 'office', name: 'Окно № 1' }]],
  ['the ministry', { kind: 'ministry', ...bare }, [{ why: 'by_role' }]],
] as const)('what is seen from %s', (_, organisation, seen) => expect(seenFrom(organisation)).toEqual(seen))
