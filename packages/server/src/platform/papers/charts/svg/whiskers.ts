import type { Interval } from '../../columns.ts'
import { line } from './elements.ts'

/** A bar of error: from the lower to the upper limit with short ends; `to` turns a value into its place. */
export function whisker(
  { low, high }: Interval,
  across: number,
  to: (value: number) => number,
  lies: 'upright' | 'flat',
): string {
  const half = 2.2
  const at = (along: number, beside: number): [number, number] =>
    lies === 'upright' ? [beside, along] : [along, beside]
  const [from, until] = [to(low), to(high)]
  // White under black: to be seen over a dark bar, too.
  return [
    line(at(from, across), at(until, across), { stroke: '#fff', 'stroke-width': 2 }),
    line(at(from, across), at(until, across), { 'stroke-width': 0.8 }),
    line(at(from, across - half), at(from, across + half), { 'stroke-width': 0.8 }),
    line(at(until, across - half), at(until, across + half), { 'stroke-width': 0.8 }),
  ].join('')
}
