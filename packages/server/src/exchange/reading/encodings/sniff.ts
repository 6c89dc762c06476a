import type { StructureFault } from '../faults/fault.ts'

const signatures: { bytes: number[]; fault: StructureFault }[] = [
  { bytes: [0xff, 0xfe], fault: { code: 'bad_encoding', reason: 'utf16' } },
  { bytes: [0xfe, 0xff], fault: { code: 'bad_encoding', reason: 'utf16' } },
  { bytes: [0x50, 0x4b, 0x03, 0x04], fault: { code: 'unsafe_archive', reason: 'nested_archive' } },
  { bytes: [0x1f, 0x8b], fault: { code: 'unsafe_archive', reason: 'gzip' } },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], fault: { code: 'unsafe_archive', reason: 'other_archive', detail: '7z' } },
  { bytes: [0x52, 0x61, 0x72, 0x21], fault: { code: 'unsafe_archive', reason: 'other_archive', detail: 'rar' } },
]
const BOM = Buffer.from([0xef, 0xbb, 0xbf])

/** What the first bytes of a file say: a UTF-8 byte order mark to skip (its length), or something that is no CSV at all. */
export function sniff(beginning: Buffer): { bom: 0 | 3; fault?: StructureFault } {
  if (beginning.subarray(0, 3).equals(BOM)) return { bom: 3 }
  const found = signatures.find(({ bytes }) => beginning.subarray(0, bytes.length).equals(Buffer.from(bytes)))
  return { bom: 0, fault: found?.fault }
}
