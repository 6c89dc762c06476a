import { SHORTEST_REASON } from '@otklik/model/access'
import { throughDoor } from '../../cli/doors/door.ts'
import { parse, required, UsageError } from '../../cli/usage.ts'

/** `otklik withdraw NUMBER --reason TEXT`: takes a package's rows back out of the figures. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { reason: { type: 'string' } }, true)
  const [number = '', ...more] = positionals
  if (!/^[1-9]\d{0,8}$/.test(number) || more.length > 0)
    throw new UsageError('Укажите номер одного пакета: он стоит в квитанции и в списке пакетов.')
  const reason = required('reason', values.reason).trim()
  if (reason.length < SHORTEST_REASON)
    throw new UsageError(`Параметр --reason: напишите, почему пакет отзывается, не короче ${SHORTEST_REASON} знаков.`)
  await throughDoor((door) => door.withdrawPackage({ id: Number(number), reason }))
  process.stdout.write(`Пакет ${number} отозван: его строки больше не учитываются. Файлы и квитанция сохранены.\n`)
  return 0
}
