import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'

/** Of a run: nothing of it is there after a stop, or it is made anew. */
const PASSING = ['./clickhouse/bodies', './clickhouse/store/status', './postgres/postmaster.pid']

const params = {
  [zlib.constants.ZSTD_c_compressionLevel]: 19,
  // The databases that PostgreSQL makes from its template are one another's copies.
  [zlib.constants.ZSTD_c_enableLongDistanceMatching]: 1,
  [zlib.constants.ZSTD_c_windowLog]: 27,
}

/** Packs a folder of files, modes and links: `tar`, then zstd. */
export async function packFolder(folder, file) {
  const args = ['-c', '--sort=name', '--owner=0', '--group=0', ...PASSING.map((path) => `--exclude=${path}`), '.']
  const tar = spawn('tar', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => tar.once('close', resolve))
  await pipeline(tar.stdout, zlib.createZstdCompress({ params }), createWriteStream(file))
  if ((await ended) !== 0) throw new Error('tar failed')
}
