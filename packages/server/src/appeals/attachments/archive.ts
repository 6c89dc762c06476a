import { fromBufferPromise } from 'yauzl'

const LIMITS = { entries: 2000, unpacked: 500 * 1024 ** 2 }
const NESTED = /\.(zip|rar|7z|tar|gz|bz2|xz|cab|iso|jar)$/i

/**
 * Why an archive, or a document of an office suite, which is one, is not taken: it is damaged, locked, holds archives of its
 * own or would unpack to more than anybody sends. Null for one that is as it should be, and for what is no archive.
 */
export async function archiveFault(bytes: Buffer, limits = LIMITS): Promise<string | null> {
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return null
  try {
    return await faultOfEntries(bytes, limits)
  } catch {
    return 'архив повреждён, или имена в нём ведут за его пределы. Упакуйте файлы заново.'
  }
}

async function faultOfEntries(bytes: Buffer, limits: typeof LIMITS): Promise<string | null> {
  // The library refuses names that lead out of the archive, and entries of another size than they say.
  const archive = await fromBufferPromise(bytes, { lazyEntries: true })
  let [entries, unpacked] = [0, 0]
  for await (const { fileName, uncompressedSize, generalPurposeBitFlag } of archive.eachEntry()) {
    entries++
    unpacked += uncompressedSize
    if ((generalPurposeBitFlag & 1) !== 0) return 'архив под паролем. Приложите файлы без пароля.'
    if (NESTED.test(fileName)) return `в архиве лежит другой архив («${fileName}»). Приложите файлы по отдельности.`
    if (entries > limits.entries || unpacked > limits.unpacked)
      return 'архив распаковывается в слишком большой объём. Приложите файлы по отдельности.'
  }
  return null
}
