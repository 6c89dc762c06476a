import { availableParallelism } from 'node:os'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MIB = 1024 ** 2

/** What an engine is opened with. */
export interface EngineConfig {
  /** Path of the engine's own configuration. */
  readonly file: string
  /** What every statement runs with unless it sets its own. */
  readonly defaults: ReadonlyMap<string, string>
}

/**
 * Writes the engine's own configuration into its folder.
 * Small caches keep the idle process small; what grows while counting is bounded by the one memory limit.
 * @param memoryBytes the limit for everything the engine holds at once.
 */
export function writeEngineConfig(folder: string, memoryBytes: number): EngineConfig {
  const server = {
    max_server_memory_usage: memoryBytes,
    mark_cache_size: 64 * MIB,
    index_mark_cache_size: 16 * MIB,
    primary_index_cache_size: 64 * MIB,
    compiled_expression_cache_size: 16 * MIB,
    uncompressed_cache_size: 0,
    mmap_cache_size: 256,
    background_pool_size: 2,
  }
  const lines = Object.entries(server).map(([name, value]) => `  <${name}>${escapeXml(String(value))}</${name}>`)
  const file = join(folder, 'engine.xml')
  writeFileSync(file, `<clickhouse>\n${lines.join('\n')}\n</clickhouse>\n`, { mode: 0o600 })
  return { file, defaults: statementDefaults(memoryBytes) }
}

function statementDefaults(memoryBytes: number): ReadonlyMap<string, string> {
  const settings = {
    // An acknowledged INSERT is in a part on disk.
    async_insert: 0,
    // The engine would count physical cores, which is one on many a machine with two processors.
    max_threads: availableParallelism(),
    // A gigabyte free for each thread is asked for by default; under the limit here every statement would get one thread.
    max_threads_min_free_memory_per_thread: 0,
    max_insert_threads_min_free_memory_per_thread: 0,
    max_bytes_before_external_group_by: Math.floor(memoryBytes / 3),
    max_bytes_before_external_sort: Math.floor(memoryBytes / 3),
  }
  return new Map(Object.entries(settings).map(([name, value]) => [name, String(value)]))
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
