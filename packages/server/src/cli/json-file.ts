import { readFile } from 'node:fs/promises'
import { requireFile } from './paths.ts'
import { UsageError } from './usage.ts'

const BOM = /^\uFEFF/

/** The value a file of JSON holds; anything else is wrong usage. */
export async function readJsonFile(path: string): Promise<unknown> {
  await requireFile(path)
  const text = (await readFile(path, 'utf8')).replace(BOM, '')
  if (text.trim() === '') throw new UsageError(`Файл ${path} пуст, читать нечего.`)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`Файл ${path} не разобран как JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
