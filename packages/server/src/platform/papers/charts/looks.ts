/** How series are told apart without colour: by shade, hatching, dashes and the shape of points. */
export interface Look {
  /** Hexadecimal grey. */
  readonly shade: string
  /** Hatching by its name in Office; solid where there is none. */
  readonly hatching?: 'wdUpDiag' | 'pct20' | 'wdDnDiag' | 'dkHorz'
  readonly dash: 'solid' | 'dash' | 'dot' | 'longDash' | 'dashDot'
  readonly point: 'circle' | 'square' | 'triangle' | 'diamond' | 'x'
}

const FIRST: Look = { shade: '404040', dash: 'solid', point: 'circle' }
const LOOKS: readonly Look[] = [
  FIRST,
  { shade: '000000', hatching: 'wdUpDiag', dash: 'dash', point: 'square' },
  { shade: 'BFBFBF', dash: 'dot', point: 'triangle' },
  { shade: '000000', hatching: 'pct20', dash: 'longDash', point: 'diamond' },
  { shade: '7F7F7F', dash: 'dashDot', point: 'circle' },
  { shade: '000000', hatching: 'dkHorz', dash: 'solid', point: 'x' },
  { shade: '000000', hatching: 'wdDnDiag', dash: 'dash', point: 'circle' },
]

/** The look of the n-th series, the same in all formats. */
export const lookOf = (at: number): Look => LOOKS[at % LOOKS.length] ?? FIRST
