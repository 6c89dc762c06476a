/** How far below the window a place may be, in pixels, to be near. */
const NEAR = '200px'
/** After so long nothing else is being loaded any more: whoever prints then has the picture. */
const QUIET_MS = 4000

/** Does something once: when a place comes near the window, or when the page has been quiet for a while. */
export function whenNear(place: Element, act: () => Promise<void>): () => void {
  const stop = () => {
    near.disconnect()
    clearTimeout(quiet)
  }
  const once = () => {
    stop()
    void act()
  }
  const near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && once(), {
    rootMargin: NEAR,
  })
  const quiet = setTimeout(once, QUIET_MS)
  near.observe(place)
  return stop
}
