import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flushFolderSync } from '../flush.ts'
import { makeFolder } from '../make-folder.ts'
import { EngineError } from './errors.ts'

/** Stands in the data directory while a restore is not finished. */
export const restoreMark = (dataDir: string): string => join(dataDir, 'restoring')

export const isRestoring = (dataDir: string): boolean => existsSync(restoreMark(dataDir))

/** Half an installation must not be taken for a whole one. Throws EngineError. */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (!isRestoring(dataDir)) return
  throw new EngineError(
    `Восстановление в каталог ${dataDir} не закончено. Выполните otklik restore ещё раз: начатое будет убрано, и оно начнётся заново.`,
  )
}

/** From here on until `finishRestore` nothing but a restore opens the directory, also after a power cut. */
export function beginRestore(dataDir: string): void {
  makeFolder(dataDir, 0o711)
  writeFileSync(restoreMark(dataDir), '', { mode: 0o600, flush: true })
  flushFolderSync(dataDir)
}

export function finishRestore(dataDir: string): void {
  flushFolderSync(dataDir)
  rmSync(restoreMark(dataDir))
  flushFolderSync(dataDir)
}
