import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const CONTRACT = '@otklik/model/api'
const ROUTES = '\0contract-routes'

/**
 * The browser asks the routes by method and path only; their schemas are types there. Leaving the schemas out keeps
 * the type library (a third of the first screen) away from people's lines. Names of events are carried over as they are.
 */
function routesWithoutSchemas(): Plugin {
  return {
    name: 'routes-without-schemas',
    enforce: 'pre',
    resolveId: (source) => (source === CONTRACT ? ROUTES : undefined),
    async load(id) {
      if (id !== ROUTES) return undefined
      const contract: Record<string, unknown> = await import(CONTRACT)
      return Object.entries(contract)
        .filter(([, value]) => isRoute(value) || typeof value === 'string')
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, ['method', 'path', 'stream'])}`)
        .join('\n')
    },
  }
}

const isRoute = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

export default defineConfig({
  base: '/',
  plugins: [routesWithoutSchemas(), react()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': process.env.OTKLIK_URL ?? 'http://localhost:8080' } },
})
