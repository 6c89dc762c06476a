import type { StructureFault } from '../faults/fault.ts'

type Fault = Pick<StructureFault, 'code' | 'reason' | 'detail'>
const archive = (reason: Fault['reason'], detail?: string): Fault => ({ code: 'unsafe_archive', reason, detail })
const foreign = (reason: Fault['reason'], detail?: string): Fault => ({ code: 'no_known_kind', reason, detail })

const signatures: readonly (readonly [bytes: readonly number[], fault: Fault])[] = [
  [[0x50, 0x4b, 0x03, 0x04], archive('nested_archive')],
  [[0x1f, 0x8b], archive('gzip')],
  [[0x37, 0x7a, 0xbc, 0xaf], archive('other_archive', '7z')],
  [[0x52, 0x61, 0x72, 0x21], archive('other_archive', 'rar')],
  [[0x4d, 0x5a], archive('self_extracting')],
  [[0x25, 0x50, 0x44, 0x46], foreign('other_format', 'PDF')],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], foreign('other_format', 'RTF')],
  [[0x89, 0x50, 0x4e, 0x47], foreign('other_format', 'PNG')],
  [[0xff, 0xd8, 0xff], foreign('other_format', 'JPEG')],
]
const BOM = Buffer.from([0xef, 0xbb, 0xbf])
/** A compound file of Microsoft's: what Office wrote before 2007, and what it writes under a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** Names of streams inside, as they are written there. */
const streams: readonly (readonly [name: string, fault: Fault])[] = [
  ['EncryptedPackage', { code: 'bad_workbook', reason: 'password' }],
  ['Workbook', { code: 'bad_workbook', reason: 'old_workbook' }],
  ['Book', { code: 'bad_workbook', reason: 'old_workbook' }],
]

function compoundFault(bytes: Buffer): Fault {
  const found = streams.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le')))
  return found?.[1] ?? foreign('office_document')
}

/** How texts of other formats begin, after spaces. */
const beginnings: readonly (readonly [form: RegExp, fault: Fault])[] = [
  [
    /^<\?xml[^]*(?:urn:schemas-microsoft-com:office:spreadsheet|progid="Excel)/,
    { code: 'bad_workbook', reason: 'xml_workbook' },
  ],
  [/^<(?:!doctype html|html|head|body|table|meta|style|script|div)\b/i, foreign('html')],
  [/^MIME-Version:/i, foreign('html')],
  [/^<\?xml|^<[a-z][\w:.-]*[\s/>]/i, foreign('other_format', 'XML')],
  [/^[[{]\s*(?:["{[\]}]|-?\d|$)/, foreign('json')],
]
const LOOKED_AT = 2048

/** What the first bytes of a file say: a UTF-8 byte order mark to skip (its length), or something that is no CSV at all. */
export function sniff(beginning: Buffer): { bom: 0 | 3; fault?: StructureFault } {
  const bom = beginning.subarray(0, 3).equals(BOM) ? 3 : 0
  const binary = bom === 0 ? binaryFault(beginning) : undefined
  const text = beginning
    .subarray(bom, bom + LOOKED_AT)
    .toString('latin1')
    .trimStart()
  const fault = binary ?? beginnings.find(([form]) => form.test(text))?.[1]
  return fault ? { bom, fault } : { bom }
}

function binaryFault(beginning: Buffer): Fault | undefined {
  if (beginning.subarray(0, COMPOUND.length).equals(COMPOUND)) return compoundFault(beginning)
  return signatures.find(([bytes]) => beginning.subarray(0, bytes.length).equals(Buffer.from(bytes)))?.[1]
}
