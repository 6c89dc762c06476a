import { lazyRouteComponent } from '@tanstack/react-router'
import { type TextSet, wantTexts } from '../shared/i18n/texts.ts'

/** Screens whose module and texts are loaded together when they are opened: `screen(() => import('./x.tsx'), 'X')`. */
export const screensWith = (...texts: readonly TextSet[]) => {
  return <Module extends Record<string, unknown>, Name extends keyof Module>(load: () => Promise<Module>, name: Name) =>
    lazyRouteComponent(async () => {
      const [module] = await Promise.all([load(), wantTexts(texts)])
      return module
    }, name)
}
