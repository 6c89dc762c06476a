import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { ROOT } from '../lib/root.mjs'

/** The files of a commit in a new folder, with the packages that it asks for. */
export function treeOf(commit, folder) {
  mkdirSync(folder)
  const files = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 30 })
  execFileSync('tar', ['-x', '-C', folder], { input: files })
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, stdio: 'ignore' })
  return `${folder}/`
}
