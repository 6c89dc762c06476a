import type { GivenPackage } from './progress.fixture.ts'

/**
 * Worked by hand. May: requests a, b (ЕПГУ), c (МФЦ) of service 1 and d of service 3; June: a again.
 * service 1, May: submitted a, b, c; in error b; decided a (refused), b, c; ratings 4 (of 5, 4, 3) and 2. June: a decided.
 * service 3, May: submitted d, nothing decided. e waits.
 */
export const golden: GivenPackage = {
  number: 1,
  requests: [
    { id: 'a', service: '1', office: 'Восток' },
    { id: 'b', service: '1' },
    { id: 'c', service: '1', channel: 'МФЦ' },
    { id: 'd', service: '3', region: '77' },
  ],
  events: [
    { id: 'a', at: '2026-05-10 10:00:00', status: 17 },
    { id: 'a', at: '2026-05-10 10:00:00', status: 2 },
    { id: 'a', at: '2026-05-11 10:00:00', status: 14 },
    { id: 'a', at: '2026-05-13 10:00:00', status: 1020 },
    { id: 'a', at: '2026-05-14 10:00:00', status: 4 },
    { id: 'a', at: '2026-06-01 00:00:00', status: 3 },
    { id: 'b', at: '2026-05-05 08:00:00', status: 22 },
    { id: 'b', at: '2026-05-06 08:00:00', status: 24 },
    { id: 'b', at: '2026-05-07 08:00:00', status: 40 },
    { id: 'c', at: '2026-05-08 08:00:00', status: 2, section: 'МФЦ' },
    { id: 'c', at: '2026-05-09 08:00:00', status: 3, section: 'ОГВ' },
    { id: 'd', at: '2026-05-20 08:00:00', status: 1 },
    { id: 'e', at: '2026-05-20 08:00:00', status: 4 },
  ],
  ratings: [
    { id: 'a', at: '2026-05-15 10:00:00', score: 1, criteria: { срок: 5, доступность: 4, вежливость: 3 } },
    { id: 'b', at: '2026-05-15 10:00:00', score: 2, review: 'Долго' },
  ],
}
