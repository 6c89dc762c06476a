/** How long a touch lasts: what the desk asks for within it may be the person's doing. */
const LASTS_MS = 60_000
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

let lastTouch = Date.now()

/** Notes from now on when the person last did anything at the page; opening it was the first. */
export function watchTouches(): void {
  const note = () => {
    lastTouch = Date.now()
  }
  for (const touch of TOUCHES) window.addEventListener(touch, note, { capture: true, passive: true })
}

/** Whether somebody is at the page: a screen that only renews itself must not keep a session awake. */
export const isAttended = (now = Date.now()): boolean => now - lastTouch < LASTS_MS
