import type { ReceiptFile, Sample, Totals } from '@otklik/model/exchange/api'
import {
  type Code,
  type Kind,
  messageOf,
  samplesPerCode,
  shown,
  type StructureCode,
  structureCodes,
  verdictOf,
} from '@otklik/model/exchange'
import { explainFault, type Refused } from '../reading/index.ts'
import { together } from '../../platform/together.ts'
import type { KeptReceipt } from '../tables.ts'
import { type Counts, countRows } from './counts.ts'
import type { CheckParts } from './parts.ts'
import { describeSetAside } from './set-aside.ts'
import { type StagedFile, titleOf } from './stage-file.ts'
import { countReplaced } from '../replacing/count-replaced.ts'
import { tableSizes } from '../staging/sizes.ts'
import type { Staged, StagedPackage } from './stage-packages.ts'
import { findWarnings, sized, type Warning } from './warnings.ts'

const nothing: Counts = { accepted: 0, quarantined: 0, dropped: 0 }

/** Where the rows set aside from a file are written; undefined: nowhere. */
export type SetAsidePath = (at: { package: number; file: number; name: string }) => string | undefined

/** Says what has become of every row in the staging area: one receipt per package, in the order given. */
export async function judgePackages(
  parts: CheckParts,
  { packages: staged, shared }: Staged,
  setAside: SetAsidePath = () => undefined,
): Promise<KeptReceipt[]> {
  const sizeOf = await tableSizes(parts.ch, sized)
  const [found, counts, replaced] = await together([
    findWarnings(parts, sizeOf),
    countRows(parts.ch),
    countReplaced(parts.ch, sizeOf, shared),
  ])
  const warnings = Map.groupBy(found, fileKey)
  const countsOf = (one: StagedPackage, file: StagedFile): Counts =>
    file.kind && !file.fault && !one.seen.has(file.file) ? counts({ ...file, kind: file.kind }) : nothing
  const bad = staged.flatMap((one) => one.files.filter((file) => countsOf(one, file).quarantined > 0))
  const described = await describeSetAside(
    parts.ch,
    bad.map((file) => ({ file, path: setAside(file) })),
  )
  const issues = new Map(bad.map((file, index) => [file, described[index]]))
  return staged.map((one) => {
    const receipt = new Receipt(one)
    for (const file of one.files) {
      receipt.addFile(file, { ...countsOf(one, file), replaced: replaced(file) }, one.seen.has(file.file))
      const found = issues.get(file)
      if (found) receipt.addErrors(file, found.codes, found.samples)
      receipt.addWarnings(file, warnings.get(fileKey(file)) ?? [])
    }
    return receipt.finish()
  })
}

const fileKey = ({ package: id, file }: { package: number; file: number }): string => `${id}/${file}`
type RowCode = Exclude<Code, StructureCode>
interface Sampled extends Pick<Sample, 'row' | 'line' | 'column' | 'value'> {
  /** What the file calls the column. */
  readonly title?: string
  readonly of?: Kind
}

class Receipt {
  readonly #files: ReceiptFile[] = []
  readonly #refused: readonly ReceiptFile[]
  readonly #codes = new Map<string, number>()
  readonly #samples: Sample[] = []

  constructor({ refused, ignored }: StagedPackage) {
    this.#refused = refused.map(refusedFile)
    for (const { name, why } of ignored) {
      this.#count('ignored_file', 1)
      const message = messageOf('ignored_file', { column: '', value: why })
      this.#samples.push({ file: name, row: 0, line: 0, column: '', value: '', code: 'ignored_file', message })
    }
  }

  addFile(file: StagedFile, { replaced, ...counts }: Counts & { replaced: number }, alreadyReceived: boolean): void {
    const read = alreadyReceived ? 0 : file.rows
    if (read !== counts.accepted + counts.quarantined + counts.dropped)
      throw new Error(`the sum of ${file.name} is not right: ${read} read, ${JSON.stringify(counts)}`)
    const structure = file.fault ? [file.fault.code] : []
    const explanations = file.fault ? [explainFault(file.fault)] : []
    const { name, kind, sha256 } = file
    const beside = replaced > 0 && { replaced }
    this.#files.push({ name, kind, sha256, read, ...counts, ...beside, structure, explanations, alreadyReceived })
    if (alreadyReceived) return
    for (const { title, of } of file.check?.layout.unknown ?? []) {
      this.#count('unknown_column', 1)
      this.#sample(file, 'unknown_column', { row: 0, column: title, value: '', of })
    }
    this.#addNotes(file)
  }

  /** What was read otherwise than it is written. */
  #addNotes(file: StagedFile): void {
    for (const { code, rows, samples } of file.notes) {
      this.#count(code, rows)
      for (const { value = '', ...place } of samples) this.#sample(file, code, { column: '', value, ...place })
    }
  }

  addErrors(file: StagedFile, codes: ReadonlyMap<string, number>, samples: readonly Omit<Sample, 'file'>[]): void {
    for (const [code, rows] of codes) this.#count(code, rows)
    this.#samples.push(...samples.map((sample) => ({ file: file.name, ...sample })))
  }

  addWarnings(file: StagedFile, warnings: readonly Warning[]): void {
    for (const { code, rows, samples } of warnings) {
      this.#count(code, rows)
      for (const sample of samples) this.#sample(file, code, { ...sample, title: titleOf(file, sample.column) })
    }
  }

  /** Files that were never opened have no number, so they stand last: a file's place in the receipt is its number. */
  finish(): KeptReceipt {
    const files = [...this.#files, ...this.#refused]
    const sum = (key: keyof Totals) => files.reduce((total, file) => total + (file[key] ?? 0), 0)
    const replaced = sum('replaced')
    const totals = {
      read: sum('read'),
      accepted: sum('accepted'),
      quarantined: sum('quarantined'),
      dropped: sum('dropped'),
      ...(replaced > 0 && { replaced }),
    }
    const codes = Object.fromEntries([...this.#codes].sort(([a], [b]) => (a < b ? -1 : 1)))
    return { verdict: verdictOf(files), files, totals, codes, samples: this.#firstSamples() }
  }

  #count(code: string, rows: number): void {
    this.#codes.set(code, (this.#codes.get(code) ?? 0) + rows)
  }

  #sample(file: StagedFile, code: RowCode, { row, line, column, value, of, title = column }: Sampled) {
    const message = messageOf(code, { column, value, kind: file.kind ?? undefined, of })
    const place = { row, line: line ?? file.lineOf(row) }
    this.#samples.push({ file: file.name, ...place, column: title, value: shown(value), code, message })
  }

  /** The first of each code over the package. */
  #firstSamples(): Sample[] {
    const taken = new Map<string, number>()
    return this.#samples.filter(({ code }) => {
      const before = taken.get(code) ?? 0
      taken.set(code, before + 1)
      return before < samplesPerCode
    })
  }
}

function refusedFile({ name, code, fault, detail }: Refused): ReceiptFile {
  const known = structureCodes.find((structure) => structure === code)
  const explanation = fault ? explainFault(fault) : `Файл не прочитан${detail ? ` (${detail})` : ''}.`
  return {
    name,
    kind: null,
    sha256: '',
    read: 0,
    ...nothing,
    structure: [known ?? 'empty_file'],
    explanations: [explanation],
    alreadyReceived: false,
  }
}
