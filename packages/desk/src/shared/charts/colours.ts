import { useComputedColorScheme } from '@mantine/core'

export interface ChartColours {
  readonly text: string
  readonly dim: string
  readonly line: string
  readonly surface: string
  readonly accent: string
  readonly band: string
  readonly danger: string
}

/** The same colours as in tokens.css: ECharts computes with them and needs them as values. */
const LIGHT: ChartColours = {
  text: '#191d23',
  dim: '#56606e',
  line: '#d8dde4',
  surface: '#ffffff',
  accent: '#1d5fb8',
  band: '#bcd3f1',
  danger: '#ab2018',
}
const DARK: ChartColours = {
  text: '#e5e8ec',
  dim: '#a8b1be',
  line: '#39414c',
  surface: '#1b1f25',
  accent: '#82b1f3',
  band: '#2c4a73',
  danger: '#f48d84',
}

export const useChartColours = (): ChartColours => (useComputedColorScheme('light') === 'dark' ? DARK : LIGHT)
