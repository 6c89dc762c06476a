import { SETTINGS } from '../../packages/server/src/platform/settings.ts'

const cell = (text) => text.replaceAll('|', '\\|')

/** The table of settings in docs/operations.md, made from the table that the server reads them by. */
export function settingsTable() {
  const rows = Object.entries(SETTINGS).map(
    ([name, { default: fallback, text }]) =>
      `| \`${name}\` | ${fallback === '' ? '–' : `\`${fallback}\``} | ${cell(text)} |`,
  )
  return ['| setting | default | what it does |', '|---|---|---|', ...rows].join('\n')
}
