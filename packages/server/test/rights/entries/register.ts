import type { Entries, RightEntry } from '../entry.ts'
import { NEIGHBOUR, officeOf, type Part } from '../parts.ts'

const list = (): RightEntry => ({
  ask: () => ({}),
  lists: true,
  narrowed: () => ({ query: { find: NEIGHBOUR.word } }),
})

const authorityOf = ({ word }: Part) => `${word}ое министерство`

/** Fields of records as they are: whoever may save them changes nothing. */
export const registerEntries: Entries = {
  listServices: list(),
  listAuthorities: list(),
  listOffices: list(),
  listRegions: { ...list(), narrowed: () => ({ query: { find: 'Курск' } }) },
  listNorms: { ask: () => ({}) },
  readHistory: {
    ask: ({ authority }) => ({ params: { kind: 'authorities', id: authority } }),
    names: true,
  },
  saveService: {
    ask: (things) => ({
      params: { id: things.service },
      body: {
        name: `${things.word}ая справка`,
        authority: authorityOf(things),
        region: things.region,
        kind: 'услуга',
        termDays: null,
        termUnit: null,
        fee: null,
        lifeSituations: [],
      },
    }),
    names: true,
  },
  saveAuthority: {
    ask: (things) => ({ params: { id: things.authority }, body: { name: authorityOf(things), region: things.region } }),
    names: true,
  },
  saveOffice: {
    ask: ({ office, word, region }) => ({
      params: { id: office },
      body: { name: officeOf(word), region, authority: `${word}ое министерство`, zone: null },
    }),
    names: true,
  },
  saveRegion: {
    ask: ({ region }) => ({ params: { id: region }, body: { zone: 'Europe/Moscow' } }),
    names: true,
    // An authority in it sees the region; its clock is everyone's.
    seenOnly: ({ region }) => !region,
  },
  saveNorm: {
    ask: ({ service }) => ({ params: { id: `queue:${service}` }, body: { value: 15, unit: 'minutes' } }),
    names: true,
  },
}
