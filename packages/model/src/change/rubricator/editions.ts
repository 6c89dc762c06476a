import { InputError } from '../../inputs/index.ts'
import { currentTopics, type Rubricator, type Topic } from './types.ts'

/** A topic that is in use, by its code; throws an input error where there is none. */
function currentTopic(rubricator: Rubricator, code: string): Topic {
  const found = currentTopics(rubricator).find((topic) => topic.code === code)
  if (found === undefined) throw new InputError('no_such_topic', `Темы «${code}» среди действующих нет.`)
  return found
}

function requireNewCodes({ topics }: Rubricator, fresh: readonly Topic[]): void {
  const used = new Set(topics.map(({ code }) => code))
  for (const { code } of fresh) {
    if (used.has(code))
      throw new InputError(
        'code_used',
        `Код «${code}» уже был у темы рубрикатора и не используется снова. Возьмите новый код.`,
      )
    used.add(code)
  }
}

/** The next edition, in which new topics stand for those of the codes, which stay with what replaced them. */
function replace(rubricator: Rubricator, codes: readonly string[], by: readonly Topic[]): Rubricator {
  for (const code of codes) currentTopic(rubricator, code)
  requireNewCodes(rubricator, by)
  const replaced_by = by.map(({ code }) => code)
  const topics = rubricator.topics.map((topic) => (codes.includes(topic.code) ? { ...topic, replaced_by } : topic))
  return { edition: rubricator.edition + 1, topics: [...topics, ...by] }
}

/** One topic becomes several narrower ones. */
export function splitTopic(rubricator: Rubricator, code: string, into: readonly Topic[]): Rubricator {
  if (into.length < 2) throw new InputError('too_few_topics', 'Тему делят хотя бы на две. Назовите новые темы.')
  return replace(rubricator, [code], into)
}

/** Several topics become one. */
export function mergeTopics(rubricator: Rubricator, codes: readonly string[], into: Topic): Rubricator {
  if (new Set(codes).size < 2)
    throw new InputError('too_few_topics', 'Объединяют хотя бы две разные темы. Назовите их коды.')
  return replace(rubricator, codes, [into])
}

/**
 * Which codes count as one where periods with different editions are compared: a topic with all that replaced it and all
 * that it replaced. A topic that nothing happened to stands alone. The value is the codes of the group in the order of the
 * rubricator; what was coded under any of them counts for the group.
 */
export function comparableGroups({ topics }: Rubricator): Map<string, readonly string[]> {
  const leaders = new Map(topics.map(({ code }) => [code, code]))
  const leaderOf = (code: string): string => {
    const leader = leaders.get(code) ?? code
    return leader === code ? code : leaderOf(leader)
  }
  for (const { code, replaced_by = [] } of topics)
    for (const next of replaced_by) leaders.set(leaderOf(next), leaderOf(code))
  const groups = Map.groupBy(
    topics.map(({ code }) => code),
    leaderOf,
  )
  return new Map(topics.map(({ code }) => [code, groups.get(leaderOf(code)) ?? [code]]))
}

/** The codes that stand for a code now: itself where nothing replaced it; several where it was split. */
export function successorsOf({ topics }: Rubricator, code: string): readonly string[] {
  const next = topics.find((topic) => topic.code === code)?.replaced_by ?? []
  const later = next.filter((one) => one !== code)
  return later.length === 0 ? [code] : [...new Set(later.flatMap((one) => successorsOf({ edition: 0, topics }, one)))]
}

/** What an edition changes against the one before it, by codes. */
export interface EditionDifference {
  readonly added: readonly string[]
  readonly replaced: readonly string[]
  /** Renamed, moved to another process or stage, or with other words. */
  readonly changed: readonly string[]
}

export function editionDifference(before: Rubricator, after: Rubricator): EditionDifference {
  const old = new Map(before.topics.map((topic) => [topic.code, topic]))
  const current = new Set(currentTopics(after).map(({ code }) => code))
  const wasCurrent = new Set(currentTopics(before).map(({ code }) => code))
  const codes = after.topics.map(({ code }) => code)
  const isChanged = (topic: Topic): boolean =>
    old.has(topic.code) &&
    current.has(topic.code) &&
    JSON.stringify(contentOf(topic)) !== JSON.stringify(contentOf(old.get(topic.code)))
  return {
    added: codes.filter((code) => !old.has(code)),
    replaced: codes.filter((code) => wasCurrent.has(code) && !current.has(code)),
    changed: after.topics.filter(isChanged).map(({ code }) => code),
  }
}

const contentOf = (topic: Topic | undefined) =>
  topic && [
    topic.name,
    topic.process ?? null,
    topic.stage ?? null,
    topic.kind ?? 'problem',
    [...topic.words].toSorted(),
  ]
