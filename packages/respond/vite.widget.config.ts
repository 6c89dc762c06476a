import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The widget: one plain script that leaves no name behind in the page it is put into. */
export default defineConfig({
  build: {
    target: 'es2020',
    emptyOutDir: false,
    rollupOptions: {
      input: fileURLToPath(new URL('src/widget/main.ts', import.meta.url)),
      output: { entryFileNames: 'w.js', format: 'iife' },
    },
    modulePreload: false,
  },
})
