import { PACKAGE_STATES } from '@otklik/model/exchange'
import type { Replay, Replayed } from './record.ts'

const number = (value: number): string => value.toLocaleString('ru')
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).replace('.', ',')} с`
/** A package whose time is told: twice as long as before, and long enough to be felt. */
const isSlower = (before: number, now: number): boolean => now > 2 * before && now - before > 1000

const SUMS = { read: 'прочитано', accepted: 'принято', quarantined: 'отложено', dropped: 'повторы' } as const

/** What became different of one package, a phrase each; none: it came out as before. */
function differences(before: Replayed, now: Replayed): string[] {
  const found: string[] = []
  if (before.date !== now.date) found.push(`отчётная дата ${before.date} → ${now.date}`)
  if (before.verdict !== now.verdict) found.push(`${PACKAGE_STATES[before.verdict]} → ${PACKAGE_STATES[now.verdict]}`)
  for (const [key, word] of Object.entries(SUMS) as [keyof typeof SUMS, string][])
    if (before.totals[key] !== now.totals[key])
      found.push(`${word} ${number(before.totals[key])} → ${number(now.totals[key])}`)
  const refusals = [before, now].map(({ refused }) => refused.join(' ') || 'нет')
  if (refusals[0] !== refusals[1]) found.push(`отказы ${refusals.join(' → ')}`)
  for (const code of [...new Set([...Object.keys(before.codes), ...Object.keys(now.codes)])].sort()) {
    const [was, is] = [before.codes[code] ?? 0, now.codes[code] ?? 0]
    if (was !== is) found.push(`${code} ${number(was)} → ${number(is)}`)
  }
  if (isSlower(before.ms, now.ms)) found.push(`время ${seconds(before.ms)} → ${seconds(now.ms)}`)
  return found
}

export interface Comparison {
  /** In Russian, one per line; the last sums up. */
  readonly lines: readonly string[]
  /** Something came out otherwise than before. */
  readonly changed: boolean
}

const spent = (replay: Replay): number => Object.values(replay).reduce((sum, { ms }) => sum + ms, 0)

/** What changed against the replay before; without one, how many packages have which verdict. */
export function compareReplays(before: Replay | undefined, now: Replay): Comparison {
  const names = Object.keys(now)
  const total = `Пакетов ${number(names.length)}, время ${seconds(spent(now))}`
  if (!before) {
    const verdicts = Map.groupBy(Object.values(now), ({ verdict }) => PACKAGE_STATES[verdict])
    const counted = [...verdicts].map(([word, packages]) => `${word} ${number(packages.length)}`).join(', ')
    return { lines: [`${total}: ${counted}. Прошлой проверки нет, сравнить не с чем.`], changed: false }
  }
  const lines = names.flatMap((name) => {
    const [was, is] = [before[name], now[name]]
    if (!is) return []
    const found = was ? differences(was, is) : [`новый, ${PACKAGE_STATES[is.verdict]}`]
    return found.length > 0 ? [`  ${name}: ${found.join('; ')}`] : []
  })
  const gone = Object.keys(before).filter((name) => !(name in now))
  lines.push(...gone.map((name) => `  ${name}: был в прошлый раз, теперь его нет`))
  const word = lines.length > 0 ? `изменилось ${number(lines.length)}` : 'всё как в прошлый раз'
  lines.push(`${total} (было ${seconds(spent(before))}): ${word}.`)
  return { lines, changed: lines.length > 1 }
}
