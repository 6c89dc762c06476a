import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url))

/** The script and the style of the public pages: one file each; the server gives them names by their content. */
export default defineConfig({
  build: {
    target: 'es2020',
    cssMinify: true,
    rollupOptions: {
      input: { script: source('browser/main.ts'), style: source('style.css') },
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]', format: 'es' },
    },
    modulePreload: false,
  },
})
