import { defineConfig } from 'vitest/config'

const unit = [
  'packages/model/{src,test}/**/*.test.ts',
  'packages/respond/src/**/*.test.ts',
  'packages/server/src/**/*.unit.test.ts',
  'packages/desk/src/**/*.test.ts',
]

// A state that is waited for comes within a second, or within many on a machine that is busy with others.
const expect = { poll: { timeout: 20_000 } }

const setupFiles = ['scripts/lib/file-cpu.mjs']

export default defineConfig({
  test: {
    // Engines are processes of their own, so two files at once keep two processors busy.
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: [...unit, 'scripts/**/*.test.{ts,mjs}'],
          isolate: false,
          // Some ask a server on a socket: milliseconds, and seconds on a machine that is busy with others.
          testTimeout: 30_000,
          expect,
        },
      },
      {
        test: {
          name: 'integration',
          setupFiles,
          include: ['packages/server/{src,test}/**/*.test.ts'],
          exclude: ['**/*.unit.test.ts', '**/node_modules/**'],
          globalSetup: ['packages/server/test/support/global-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          expect,
        },
      },
      {
        test: {
          name: 'browser',
          setupFiles,
          include: ['packages/{desk,respond}/test/**/*.test.ts'],
          // The slowest, each file with a browser: an error of the others is seen before.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect,
        },
      },
    ],
  },
})
