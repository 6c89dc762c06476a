import type { ProcessWords } from './process.ts'

/** Whatever its guards look at: a drawing names them only. */
type AnyProcess = ProcessWords<string, string, string, string, never>

/** A table of states as Markdown: a Mermaid diagram, then the rows with who may and what must hold. */
export function drawingOf(process: AnyProcess): string {
  return [`## ${process.title}`, diagramOf(process), rowsOf(process)].join('\n\n')
}

function diagramOf({ states, events, moves }: AnyProcess): string {
  const names = Object.entries(states).map(([state, name]) => `  state "${name}" as ${state}`)
  const arrows = moves.flatMap(({ event, from, to }) =>
    from.map((state) => `  ${state ?? '[*]'} --> ${to === 'same' ? state : to}: ${events[event]}`),
  )
  // What comes from outside begins in the first state.
  const begins = moves.some(({ from }) => from.includes(null)) ? [] : [`  [*] --> ${Object.keys(states)[0]}`]
  const ends = Object.keys(states)
    .filter((state) => !moves.some(({ from, to }) => from.includes(state) && to !== 'same' && to !== state))
    .map((state) => `  ${state} --> [*]`)
  return ['```mermaid', 'stateDiagram-v2', ...names, ...begins, ...arrows, ...ends, '```'].join('\n')
}

function rowsOf({ states, events, actors, moves }: AnyProcess): string {
  const stateName = (state: string | null): string => (state === null ? '–' : (states[state] ?? state))
  const rows = moves.map(({ event, from, to, by, guards, point }) => [
    events[event] ?? event,
    from.map(stateName).join(', '),
    to === 'same' ? 'то же' : stateName(to),
    by.map((actor) => actors[actor] ?? actor).join(', '),
    guards.map((guard) => `\`${guard}\``).join(', '),
    point ?? '',
  ])
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const head = ['Действие', 'Из', 'В', 'Кто', 'Условия', 'Основание']
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
