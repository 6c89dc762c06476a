import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { archiveFault } from './archive.ts'

async function zipOf(names: readonly string[], content = Buffer.from('текст')): Promise<Buffer> {
  const zip = new ZipFile()
  for (const name of names) zip.addBuffer(content, name)
  zip.end()
  return buffer(zip.outputStream)
}

test('an archive of plain files is taken, as is what is none', async () => {
  expect(await archiveFault(await zipOf(['письмо.txt', 'папка/скан.png']))).toBe(null)
  expect(await archiveFault(Buffer.from('%PDF-1.7'))).toBe(null)
})
test('archives in an archive, too much of everything and damage are told', async () => {
  expect(await archiveFault(await zipOf(['письма.ZIP']))).toContain('лежит другой архив («письма.ZIP»)')
  const two = await zipOf(['а.txt', 'б.txt'], Buffer.alloc(60))
  expect(await archiveFault(two, { entries: 2, unpacked: 120 })).toBe(null)
  expect(await archiveFault(two, { entries: 1, unpacked: 120 })).toContain('слишком большой объём')
  expect(await archiveFault(two, { entries: 2, unpacked: 119 })).toContain('слишком большой объём')
  expect(await archiveFault((await zipOf(['письмо.txt'])).subarray(0, 30))).toContain('повреждён')
  const climbing = (await zipOf(['aa/письмо.txt'])).toString('latin1').replaceAll('aa/', '../')
  expect(await archiveFault(Buffer.from(climbing, 'latin1'))).toContain('ведут за его пределы')
})
