import { throughDoor } from '../../cli/doors/door.ts'
import { dayOption, parse, required } from '../../cli/usage.ts'

const options = { date: { type: 'string' }, supplier: { type: 'string' }, out: { type: 'string' } } as const

/** `otklik export --date D [--supplier CODE] --out DIR` */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, options)
  const date = dayOption('date', required('date', values.date)) ?? ''
  const out = required('out', values.out)
  const files = await throughDoor((door) => door.exportDay({ date, supplier: values.supplier, out }))
  process.stderr.write(
    files === 0 ? `За ${date} ничего не принято.\n` : `Записано файлов: ${files}, опись – manifest.json.\n`,
  )
  return 0
}
