import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compressed, type FirstLoad, firstLoads } from './first-load.ts'

/** Where a context's routes are defined, and what they share. */
const API = /\/packages\/model\/src\/(?:[a-z-]+\/)?api\/index\.ts$/
const BARE = '\0bare-routes:'
/** What of a route the browser asks for. */
const KEPT = ['method', 'path', 'stream', 'access', 'audit', 'label', 'subject']

/**
 * The browser knows routes by how they are called, by whom and under which name; their schemas are types there. Leaving
 * the schemas out keeps the type library (a third of the first screen) away from people's lines. Names of events and
 * headers are carried over as they are.
 */
function routesWithoutSchemas(): Plugin {
  return {
    name: 'routes-without-schemas',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!/(^@otklik\/model\/.*|\/)api(\/index\.ts)?$/.test(source)) return undefined
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found !== null && API.test(found.id) ? BARE + found.id : undefined
    },
    async load(id) {
      if (!id.startsWith(BARE)) return undefined
      const contract: Record<string, unknown> = await import(id.slice(BARE.length))
      return Object.entries(contract)
        .filter(([, value]) => isRoute(value) || typeof value === 'string')
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, KEPT)}`)
        .join('\n')
    },
  }
}

const isRoute = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

const FIRST_LOADS: readonly FirstLoad[] = [
  {
    page: 'sign-in',
    most: 250,
    modules: ['access/sign-in.tsx', 'shell/texts/ru.json', 'access/texts/entrance/ru.json'],
  },
  {
    page: 'the overview',
    most: 450,
    modules: [
      'desk.tsx',
      'progress/overview.tsx',
      'shell/texts/ru.json',
      'progress/texts/ru.json',
      'shared/i18n/fields/ru.json',
    ],
  },
]

export default defineConfig({
  base: '/',
  plugins: [routesWithoutSchemas(), react(), compressed(), firstLoads(FIRST_LOADS)],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': process.env.OTKLIK_URL ?? 'http://localhost:8080' } },
})
