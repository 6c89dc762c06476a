import type { Appeal } from '../files/index.ts'
import { COMPLAINTS, KINDS } from '../kinds.ts'
import { shareOf, shareWithInterval, Tally } from './figures.ts'
import type { QuarterMetrics } from './shape.ts'

/** The figures of what was registered in the quarter. */
export type OfReceived = Pick<
  QuarterMetrics,
  'received' | 'by_kind' | 'channels' | 'topics' | 'no_topic' | 'reasons' | 'complaints' | 'solved' | 'reopened'
>

const LARGEST_REASONS = 5

export function startReceived(): { add(appeal: Appeal): void; result(): OfReceived } {
  const [kinds, sources, topics, outcomes, replies] = [new Tally(), new Tally(), new Tally(), new Tally(), new Tally()]
  let [received, no_topic, complaints, asked, reopened] = [0, 0, 0, 0, 0]
  return {
    add: (appeal) => {
      received++
      kinds.add(appeal.kind)
      sources.add(appeal.source)
      for (const topic of appeal.topics) topics.add(topic)
      if (appeal.topics.length === 0) no_topic++
      if (COMPLAINTS.includes(appeal.kind)) {
        complaints++
        outcomes.add(appeal.outcome ?? 'pending')
      }
      if (appeal.asked !== null) asked++
      if (appeal.solved !== null) replies.add(appeal.solved)
      if (appeal.reopened > 0) reopened++
    },
    result: () => ({
      received,
      by_kind: byKind(kinds),
      channels: sources.sorted().map(({ key, n }) => ({ source: key, n, share: shareOf(n, received) })),
      topics: topics.sorted().map(({ key, n }) => ({ topic: key, n })),
      no_topic,
      reasons: topics
        .sorted()
        .slice(0, LARGEST_REASONS)
        .map(({ key, n }) => ({ topic: key, n, share: shareOf(n, received) })),
      complaints: complaintsOf(outcomes, complaints),
      solved: solvedOf(replies, asked),
      reopened,
    }),
  }
}

function byKind(kinds: Tally): QuarterMetrics['by_kind'] {
  const counts = new Map(kinds.sorted().map(({ key, n }) => [key, n]))
  return Object.fromEntries(Object.keys(KINDS).flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : [])))
}

const countIn = (tally: Tally, key: string): number => tally.sorted().find((one) => one.key === key)?.n ?? 0

function complaintsOf(outcomes: Tally, received: number): QuarterMetrics['complaints'] {
  const partly = countIn(outcomes, 'partly')
  const satisfied = countIn(outcomes, 'satisfied') + partly
  const refused = countIn(outcomes, 'refused')
  const pending = countIn(outcomes, 'pending')
  return {
    received,
    satisfied,
    satisfied_share: shareOf(satisfied, received),
    partly,
    refused,
    refused_share: shareOf(refused, received),
    other: received - satisfied - refused - pending,
    pending,
  }
}

function solvedOf(replies: Tally, asked: number): QuarterMetrics['solved'] {
  const [yes, partly, no] = [countIn(replies, 'yes'), countIn(replies, 'partly'), countIn(replies, 'no')]
  const replied = yes + partly + no
  const { share, low, high } = shareWithInterval(yes, replied)
  return { asked, replied, yes, partly, no, yes_share: share, low, high }
}
